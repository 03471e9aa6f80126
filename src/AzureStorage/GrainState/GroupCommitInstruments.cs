using System.Diagnostics;
using System.Diagnostics.Metrics;
using CeActors.AzureStorage.Telemetry;

namespace CeActors.AzureStorage.GrainState;

/// <summary>
/// The meter <c>CeActors.AzureStorage</c> and the statistics of one provider; the only tags are the provider's name and a kind of failure.
/// </summary>
internal sealed class GroupCommitInstruments(string provider, GroupCommitStatistics statistics)
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "CeActors.AzureStorage";

    private static readonly Meter Meter = new(MeterName);

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    };

    private static readonly Counter<long> WriteRequests = Meter.CreateCounter<long>(
        "ceactors.storage.write.requests",
        "{request}",
        "Transactions sent, those sent again included"
    );

    private static readonly Counter<long> RowsWritten = Meter.CreateCounter<long>(
        "ceactors.storage.write.rows",
        "{row}",
        "Rows of transactions that landed"
    );

    private static readonly Histogram<int> GroupChanges = Meter.CreateHistogram<int>(
        "ceactors.storage.group.changes",
        "{change}",
        "State changes sent in one transaction"
    );

    private static readonly Histogram<int> GroupRows = Meter.CreateHistogram<int>(
        "ceactors.storage.group.rows",
        "{row}",
        "Rows sent in one transaction"
    );

    private static readonly Histogram<int> GroupBytes = Meter.CreateHistogram(
        "ceactors.storage.group.bytes",
        "By",
        "Estimated size of one transaction",
        tags: null,
        new InstrumentAdvice<int>
        {
            HistogramBucketBoundaries = [1_000, 4_000, 16_000, 64_000, 256_000, 1_000_000, 4_000_000],
        }
    );

    private static readonly Histogram<double> GroupDuration = Meter.CreateHistogram(
        "ceactors.storage.group.duration",
        "s",
        "From the first sending of a group until the fate of its last change is known",
        tags: null,
        Seconds
    );

    private static readonly Histogram<double> ChangeWait = Meter.CreateHistogram(
        "ceactors.storage.change.wait",
        "s",
        "From the acceptance of a state change until it is taken into a transaction",
        tags: null,
        Seconds
    );

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "ceactors.storage.write.failures",
        "{request}",
        "Transactions that failed, by what it tells: conflict, throttled, refused, closed or in-doubt"
    );

    private static readonly UpDownCounter<long> QueueDepth = Meter.CreateUpDownCounter<long>(
        "ceactors.storage.queue.depth",
        "{change}",
        "State changes accepted and not yet sent"
    );

    private static readonly Counter<long> Resends = Meter.CreateCounter<long>(
        "ceactors.storage.write.resends",
        "{request}",
        "Transactions sent again after one that failed"
    );

    private static readonly Counter<long> Conflicts = Meter.CreateCounter<long>(
        "ceactors.storage.conflicts",
        "{change}",
        "State changes refused because another write was first"
    );

    private static readonly Counter<long> ReadRequests = Meter.CreateCounter<long>(
        "ceactors.storage.read.requests",
        "{request}",
        "Documents read"
    );

    private static readonly Counter<long> IndexPages = Meter.CreateCounter<long>(
        "ceactors.storage.index.pages",
        "{page}",
        "Pages of index rows read"
    );

    private readonly TagList _tags = new() { { "provider", provider } };

    /// <summary>The provider's name.</summary>
    public string Provider => provider;

    public void CountQueued(int changes) => QueueDepth.Add(changes, _tags);

    public void CountWait(TimeSpan wait) => ChangeWait.Record(wait.TotalSeconds, _tags);

    public void CountFailure(FailureKind kind) =>
        Failures.Add(1, new("provider", provider), new("kind", TransactionSpans.NameOf(kind)));

    public void CountSending(Group group, bool again)
    {
        statistics.CountSending(again);
        WriteRequests.Add(1, _tags);
        GroupChanges.Record(group.Changes.Count, _tags);
        GroupRows.Record(group.Rows, _tags);
        GroupBytes.Record(group.Bytes, _tags);
        if (again)
        {
            Resends.Add(1, _tags);
        }
    }

    public void CountLanded(int changes, int rows)
    {
        statistics.CountLanded(changes, rows);
        RowsWritten.Add(rows, _tags);
    }

    public void CountGroup(TimeSpan duration) => GroupDuration.Record(duration.TotalSeconds, _tags);

    public void CountConflict()
    {
        statistics.CountConflict();
        Conflicts.Add(1, _tags);
    }

    public void CountRead()
    {
        statistics.CountRead();
        ReadRequests.Add(1, _tags);
    }

    public void CountReadSpared() => statistics.CountReadSpared();

    public void CountIndexPage()
    {
        statistics.CountIndexPage();
        IndexPages.Add(1, _tags);
    }
}
