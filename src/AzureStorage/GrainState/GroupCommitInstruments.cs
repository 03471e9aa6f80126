using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CeActors.AzureStorage.GrainState;

/// <summary>The meter <c>CeActors.AzureStorage</c> and the statistics of one provider; the only tag is the provider's name.</summary>
internal sealed class GroupCommitInstruments(string provider, GroupCommitStatistics statistics)
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "CeActors.AzureStorage";

    private static readonly Meter Meter = new(MeterName);

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

    private static readonly Histogram<double> GroupDuration = Meter.CreateHistogram<double>(
        "ceactors.storage.group.duration",
        "s",
        "From the first sending of a group until the fate of its last change is known"
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

    public void CountQueued(int changes) => QueueDepth.Add(changes, _tags);

    public void CountSending(int changes, bool again)
    {
        statistics.CountSending(again);
        WriteRequests.Add(1, _tags);
        GroupChanges.Record(changes, _tags);
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
