using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CeActors.Contracts.Declarations;
using CeActors.Grains.Review;
using CeActors.Grains.Storage;

namespace CeActors.Grains.Tests.Review.Units;

/// <summary>Rows that a test names, read when the test lets them be read.</summary>
internal sealed class ScriptedRows : IStoredRowReader
{
    private readonly ConcurrentDictionary<string, StoredRow> _rows = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _readings = new();
    private readonly ConcurrentQueue<string> _patientReadings = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _began = new(StringComparer.Ordinal);
    private int _patientUnderWay;

    /// <summary>The prefixes that were read, in order.</summary>
    public IReadOnlyList<string> Readings => [.. _readings];

    /// <summary>How often the rows of this prefix were read, alone or with those of other units.</summary>
    public int ReadingsOf(string prefix) => _readings.Count(read => prefix.StartsWith(read, StringComparison.Ordinal));

    public void Wait(string unitCode, QueueEntry entry) => Add(QueueRows.Waiting(unitCode, entry));

    public void Decide(string unitCode, QueueEntry entry) => Add(QueueRows.Passed(unitCode, entry));

    public void Remove(string unitCode, string declarationId) =>
        _rows.TryRemove(QueueRows.WaitingPrefix(unitCode) + declarationId, out _);

    /// <summary>Readings of this prefix wait until <see cref="Release"/>.</summary>
    public void Hold(string prefix) => _held[prefix] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release(string prefix)
    {
        if (_held.TryRemove(prefix, out var held))
        {
            held.SetResult();
        }
    }

    /// <summary>Done when the next reading of this prefix begins.</summary>
    public Task Began(string prefix) =>
        _began.GetOrAdd(prefix, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>So many readings of this prefix fail.</summary>
    public void Fail(string prefix, int times) => _failures[prefix] = times;

    /// <summary>The prefixes that were read by one query at a time, in order.</summary>
    public IReadOnlyList<string> PatientReadings => [.. _patientReadings];

    /// <summary>The most patient readings that were under way at one time.</summary>
    public int PatientReadingsAtOnceMax { get; private set; }

    public async IAsyncEnumerable<StoredRow> ReadPatientlyAsync(
        string keyPrefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var underWay = Interlocked.Increment(ref _patientUnderWay);
        PatientReadingsAtOnceMax = Math.Max(PatientReadingsAtOnceMax, underWay);
        _patientReadings.Enqueue(keyPrefix);
        try
        {
            await foreach (var row in ReadAsync(keyPrefix, cancellationToken))
            {
                yield return row;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _patientUnderWay);
        }
    }

    public async IAsyncEnumerable<StoredRow> ReadAsync(
        string keyPrefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        _readings.Enqueue(keyPrefix);
        if (_began.TryRemove(keyPrefix, out var began))
        {
            began.SetResult();
        }

        var rows = _rows.Values.Where(row => row.Key.StartsWith(keyPrefix, StringComparison.Ordinal)).ToList();
        if (_held.TryGetValue(keyPrefix, out var held))
        {
            await held.Task.WaitAsync(cancellationToken);
        }

        if (_failures.TryGetValue(keyPrefix, out var failures) && failures > 0)
        {
            _failures[keyPrefix] = failures - 1;
            throw new IOException("The storage does not answer, says the test.");
        }

        foreach (var row in rows)
        {
            yield return row;
        }
    }

    private void Add(StoredRow row) => _rows[row.Key] = row;
}
