using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CeActors.Contracts.Declarations;
using CeActors.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CeActors.Grains.Review.Queues;

/// <summary>
/// Reads lists from rows for all units of a silo. What few units ask for is read by unit. When many ask at a time, as they do
/// after a change of membership, one reading of all rows serves them all: a unit's rows are spread over every bucket, and
/// so many small queries would cost the storage far more.
/// </summary>
public sealed partial class QueueReader(
    [FromKeyedServices(StorageNames.State)] IStoredRowReader rows,
    TimeProvider time,
    ILogger<QueueReader> logger
)
{
    /// <summary>Units whose lists are read one by one; more that ask at a time are served by one reading of all rows.</summary>
    public const int ReadByUnitMax = 8;

    /// <summary>Readings at a time; what is asked for meanwhile is gathered for the next one.</summary>
    public const int ReadingsMax = 4;

    /// <summary>How long requests that are in no hurry are gathered.</summary>
    public static readonly TimeSpan GatheredFor = TimeSpan.FromSeconds(2);

    /// <summary>Entries handed over at a time, so that the unit can answer others between two batches.</summary>
    public const int BatchEntries = 250;

    private readonly Lock _gate = new();
    private List<Request> _waiting = [];
    private List<Request> _patient = [];
    private int _readings;

    /// <summary>Where the reading runs. Nothing here leaves it, so that a simulation can run all of it in an order of its own.</summary>
    internal TaskScheduler Background { get; init; } = TaskScheduler.Default;

    /// <summary>The entries of one list in batches. Unreadable rows are logged and left out.</summary>
    /// <param name="prefix">Of <see cref="QueueRows.WaitingPrefix"/> or <see cref="QueueRows.PassedPrefix"/>.</param>
    /// <param name="isPatient">Nobody waits for it: it may be gathered with others for <see cref="GatheredFor"/>.</param>
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
                if (_patient.Count == 1)
                {
                    _ = InBackground(GatherAsync);
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

    private async Task GatherAsync()
    {
        await Task.Delay(GatheredFor, time);
        lock (_gate)
        {
            _waiting.AddRange(_patient);
            _patient = [];
            StartWork();
        }
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
        while (true)
        {
            List<Request> requests;
            lock (_gate)
            {
                requests = _waiting;
                _waiting = [];
                if (requests.Count == 0)
                {
                    _readings--;
                    return;
                }
            }

            await Task.WhenAll(requests.GroupBy(request => request.ListPrefix).Select(ServeAsync));
        }
    }

    private Task ServeAsync(IGrouping<string, Request> requests) =>
        requests.Count() <= ReadByUnitMax
            ? Task.WhenAll(requests.Select(request => ServeAsync(request.Prefix, [request], request.Cancellation)))
            : ServeAsync(requests.Key, [.. requests], CancellationToken.None);

    private async Task ServeAsync(
        string keyPrefix,
        IReadOnlyList<Request> requests,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var byPrefix = requests.ToLookup(request => request.Prefix, StringComparer.Ordinal);
            await foreach (var row in rows.ReadAsync(keyPrefix, cancellationToken))
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

    private sealed class Request(string prefix, CancellationToken cancellation)
    {
        private readonly Channel<IReadOnlyList<QueueEntry>> _batches = Channel.CreateUnbounded<
            IReadOnlyList<QueueEntry>
        >(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        private List<QueueEntry> _batch = [];

        public string Prefix { get; } = prefix;

        public CancellationToken Cancellation { get; } = cancellation;

        // "w|E0001|" asks for a part of "w|".
        public string ListPrefix { get; } = prefix[..(prefix.IndexOf('|') + 1)];

        // The channel's own enumeration would leave the scheduler of whoever reads.
        public async IAsyncEnumerable<IReadOnlyList<QueueEntry>> ReadAllAsync(
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            while (await _batches.Reader.WaitToReadAsync(cancellationToken))
            {
                while (_batches.Reader.TryRead(out var batch))
                {
                    yield return batch;
                }
            }
        }

        public void Add(QueueEntry entry)
        {
            if (Cancellation.IsCancellationRequested)
            {
                return;
            }

            _batch.Add(entry);
            if (_batch.Count == BatchEntries)
            {
                Flush();
            }
        }

        public void Complete(Exception? exception)
        {
            Flush();
            _batches.Writer.Complete(exception);
        }

        private void Flush()
        {
            _batches.Writer.TryWrite(_batch);
            _batch = [];
        }
    }
}
