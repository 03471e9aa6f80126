using CeActors.Contracts.Declarations;
using CeActors.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CeActors.Grains.Review.Queues;

/// <summary>
/// Reads lists from rows for all units of a silo. What few units ask for is read by unit. When many ask at a time, as they do
/// after a change of membership, one reading of all rows serves them all: a unit's rows are spread over every bucket, and
/// so many small queries would cost the storage far more. What somebody waits for goes first; the rest is read by one query at a time,
/// with rests, so that it never keeps the storage from those who read single documents.
/// </summary>
public sealed partial class QueueReader(
    [FromKeyedServices(StorageNames.State)] IStoredRowReader rows,
    TimeProvider time,
    ILogger<QueueReader> logger
)
{
    /// <summary>Units whose lists are read one by one; more that ask at a time are served by one reading of all rows.</summary>
    public const int ReadByUnitMax = 8;

    /// <summary>Readings at a time that somebody waits for; what is asked for meanwhile is gathered for the next one.</summary>
    public const int ReadingsMax = 4;

    /// <summary>How long requests that are in no hurry are gathered. They have one reading at a time.</summary>
    public static readonly TimeSpan GatheredFor = TimeSpan.FromSeconds(2);

    /// <summary>How long what is in no hurry gives way to what somebody waits for; then it is read beside it.</summary>
    public static readonly TimeSpan GivesWayMax = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LookedEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// After a patient round the storage is left alone for as long as it took, which is longer the busier it is; at least
    /// <see cref="GatheredFor"/>, at most this.
    /// </summary>
    public static readonly TimeSpan RestMax = TimeSpan.FromSeconds(5);

    /// <summary>Entries handed over at a time, so that the unit can answer others between two batches.</summary>
    public const int BatchEntries = 250;

    private readonly Lock _gate = new();
    private List<Request> _waiting = [];
    private List<Request> _patient = [];
    private int _readings;
    private bool _isPatientAtWork;

    /// <summary>Where the reading runs. Nothing here leaves it, so that a simulation can run all of it in an order of its own.</summary>
    internal TaskScheduler Background { get; init; } = TaskScheduler.Default;

    /// <summary>The entries of one list in batches. Unreadable rows are logged and left out.</summary>
    /// <param name="prefix">Of <see cref="QueueRows.WaitingPrefix"/> or <see cref="QueueRows.PassedPrefix"/>.</param>
    /// <param name="isPatient">Nobody waits for it: it is gathered with others for <see cref="GatheredFor"/> and read after what is in a hurry.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Exception">The storage could not be read; what came before is true, but not all.</exception>
    public IAsyncEnumerable<IReadOnlyList<QueueEntry>> ReadAsync(
        string prefix,
        bool isPatient,
        CancellationToken cancellationToken
    )
    {
        var request = new Request(prefix, cancellationToken);
        lock (_gate)
        {
            if (isPatient)
            {
                _patient.Add(request);
                if (!_isPatientAtWork)
                {
                    _isPatientAtWork = true;
                    _ = InBackground(WorkPatientlyAsync);
                }
            }
            else
            {
                _waiting.Add(request);
                StartWork();
            }
        }

        return request.ReadAllAsync(cancellationToken);
    }

    private Task InBackground(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Background).Unwrap();

    private void StartWork()
    {
        if (_readings < ReadingsMax)
        {
            _readings++;
            _ = InBackground(WorkAsync);
        }
    }

    private async Task WorkAsync()
    {
        while (TakeWaiting() is { Count: > 0 } requests)
        {
            await ServeAsync(requests, isPatient: false);
        }
    }

    // What one reading serves: one unit, or all that ask for the same list where they are many. None ends the work.
    private List<Request> TakeWaiting()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _readings--;
                return [];
            }

            var list = _waiting[0].ListPrefix;
            var taken = _waiting.FindAll(request => request.ListPrefix == list);
            if (taken.Count <= ReadByUnitMax)
            {
                taken = [taken[0]];
            }

            _waiting = [.. _waiting.Except(taken)];
            return taken;
        }
    }

    private async Task WorkPatientlyAsync()
    {
        await Task.Delay(GatheredFor, time);
        while (true)
        {
            await GiveWayAsync();
            var began = time.GetUtcNow();
            foreach (var requests in TakePatient())
            {
                await ServeAsync(requests, isPatient: true);
            }

            var took = time.GetUtcNow() - began;
            await Task.Delay(TimeSpan.FromTicks(Math.Clamp(took.Ticks, GatheredFor.Ticks, RestMax.Ticks)), time);
            lock (_gate)
            {
                if (_patient.Count == 0)
                {
                    _isPatientAtWork = false;
                    return;
                }
            }
        }
    }

    private async Task GiveWayAsync()
    {
        for (var waited = TimeSpan.Zero; waited < GivesWayMax && IsInHurry(); waited += LookedEvery)
        {
            await Task.Delay(LookedEvery, time);
        }

        bool IsInHurry()
        {
            lock (_gate)
            {
                return _readings > 0;
            }
        }
    }

    private List<List<Request>> TakePatient()
    {
        lock (_gate)
        {
            var lists = _patient
                .Where(request => !request.Cancellation.IsCancellationRequested)
                .GroupBy(request => request.ListPrefix)
                .SelectMany(list =>
                    list.Count() > ReadByUnitMax
                        ? [list.ToList()]
                        : list.Select(request => new List<Request> { request })
                )
                .ToList();
            _patient = [];
            return lists;
        }
    }

    private Task ServeAsync(List<Request> requests, bool isPatient) =>
        requests.Count == 1
            ? ServeAsync(requests[0].Prefix, requests, isPatient, requests[0].Cancellation)
            : ServeAsync(requests[0].ListPrefix, requests, isPatient, CancellationToken.None);

    private async Task ServeAsync(
        string keyPrefix,
        IReadOnlyList<Request> requests,
        bool isPatient,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var byPrefix = requests.ToLookup(request => request.Prefix, StringComparer.Ordinal);
            var found = isPatient
                ? rows.ReadPatientlyAsync(keyPrefix, cancellationToken)
                : rows.ReadAsync(keyPrefix, cancellationToken);
            await foreach (var row in found)
            {
                var prefix = row.Key[..(row.Key.LastIndexOf('|') + 1)];
                if (byPrefix.Contains(prefix) && TryRead(row) is { } entry)
                {
                    foreach (var request in byPrefix[prefix])
                    {
                        request.Add(entry);
                    }
                }
            }

            Complete(requests, null);
        }
        catch (Exception exception)
        {
            Complete(requests, exception);
        }
    }

    private static void Complete(IReadOnlyList<Request> requests, Exception? exception)
    {
        foreach (var request in requests)
        {
            request.Complete(exception);
        }
    }

    private QueueEntry? TryRead(StoredRow row)
    {
        try
        {
            return QueueRows.Read(row);
        }
        catch (FormatException exception)
        {
            LogUnreadable(exception, row.Key);
            return null;
        }
    }

    [LoggerMessage(
        EventId = 3001,
        Level = LogLevel.Error,
        Message = "The row {RowKey} of a queue cannot be read; it is left out"
    )]
    private partial void LogUnreadable(Exception exception, string rowKey);
}
