using System.Collections.Concurrent;
using System.Diagnostics;
using CeActors.AzureStorage.Telemetry;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>What traces show of transactions: one span an attempt, found from every trace whose changes it carried.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TransactionSpanTests(AzuriteFixture azurite) : IDisposable
{
    private readonly FaultTransport _transport = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivitySource _grains = new($"CeActors.Tests.{Guid.NewGuid():N}");
    private readonly ConcurrentDictionary<ActivityTraceId, bool> _traces = new();
    private ActivityListener? _listener;

    public void Dispose()
    {
        _listener?.Dispose();
        _grains.Dispose();
    }

    [Fact]
    public async Task A_write_that_is_traced_has_a_span_with_its_bucket_its_rows_and_its_outcome()
    {
        Listen();
        await using var rig = await StartAsync();
        var (parent, _) = await WriteAsync(rig, Note.With("one", "two"));

        var span = _spans.ShouldHaveSingleItem();
        span.DisplayName.ShouldBe("storage transaction");
        span.TraceId.ShouldBe(parent.TraceId);
        span.ParentSpanId.ShouldBe(parent.SpanId);
        span.GetTagItem("ceactors.storage.provider").ShouldBe("test");
        span.GetTagItem("ceactors.storage.bucket").ShouldBe(0);
        span.GetTagItem("ceactors.storage.changes").ShouldBe(1);
        span.GetTagItem("ceactors.storage.rows").ShouldBe(3);
        span.GetTagItem("ceactors.storage.attempt").ShouldBe(1);
        span.GetTagItem("ceactors.storage.outcome").ShouldBe("landed");
        ((int)span.GetTagItem("ceactors.storage.bytes")!).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Each_attempt_has_a_span_and_says_what_came_of_it()
    {
        Listen();
        await using var rig = await StartAsync();
        _transport.Plan(Fault.Busy, Fault.None);
        await WriteAsync(rig, new Note());

        _spans
            .OrderBy(span => span.GetTagItem("ceactors.storage.attempt"))
            .Select(span => (span.GetTagItem("ceactors.storage.outcome"), span.Status))
            .ShouldBe([("throttled", ActivityStatusCode.Error), ("landed", ActivityStatusCode.Unset)]);
    }

    [Fact]
    public async Task A_transaction_of_several_traces_is_found_from_each_of_them()
    {
        Listen();
        await using var rig = await StartAsync();
        var held = _transport.Close();
        var first = WriteAsync(rig, new Note());
        await held;
        var others = Enumerable.Range(0, 5).Select(_ => WriteAsync(rig, new Note())).ToArray();
        _transport.Open();
        await first;
        var parents = (await Task.WhenAll(others)).Select(each => each.Parent).ToArray();

        var span = _spans.Single(each => 5.Equals(each.GetTagItem("ceactors.storage.changes")));
        span.Links.Select(link => link.Context.SpanId).ShouldBe(parents.Select(each => each.SpanId), ignoreOrder: true);
        parents.Count(parent => parent.SpanId == span.ParentSpanId).ShouldBe(1);
        foreach (var parent in parents.Where(parent => parent.SpanId != span.ParentSpanId))
        {
            parent.Links.ShouldHaveSingleItem().Context.SpanId.ShouldBe(span.SpanId);
        }
    }

    [Fact]
    public async Task What_nobody_traces_makes_no_span()
    {
        Listen();
        await using var rig = await StartAsync();
        await rig.Storage.WriteStateAsync("note", NewGrain(), new GrainState<Note>(new Note()));
        _spans.ShouldBeEmpty();
    }

    private void Listen()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TransactionSpans.SourceName || source == _grains,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.Source.Name == TransactionSpans.SourceName && IsOurs(span))
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    // Other tests of this process may write at the same time.
    private bool IsOurs(Activity span) => _traces.ContainsKey(span.TraceId);

    private Task<StorageRig> StartAsync() =>
        StorageRig.StartAsync(azurite, options => options.BucketCount = 1, _transport);

    private async Task<(Activity Parent, string? ETag)> WriteAsync(StorageRig rig, Note note)
    {
        var state = new GrainState<Note>(note);
        Activity.Current = null;
        using var parent = _grains.StartActivity("grain").ShouldNotBeNull();
        _traces[parent.TraceId] = true;
        await rig.Storage.WriteStateAsync("note", NewGrain(), state);
        return (parent, state.ETag);
    }

    private static GrainId NewGrain() => GrainId.Create("note", Guid.NewGuid().ToString("N"));
}
