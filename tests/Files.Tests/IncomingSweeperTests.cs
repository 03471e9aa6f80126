using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Files.Tests;

/// <summary>On an Azurite of its own, because it counts everything in the container.</summary>
public sealed class IncomingSweeperTests : IAsyncLifetime
{
    private static readonly TimeSpan JustOld = EvidenceLimits.IncomingAgeMax + TimeSpan.FromSeconds(2);

    private AzuriteProcess _azurite = null!;
    private EvidenceAccount _account = null!;
    private IncomingSweeper _sweeper = null!;

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync();
        var options = new EvidenceOptions { ConnectionString = _azurite.ConnectionString };
        _account = EvidenceAccount.Open(options, credential: null, TimeProvider.System);
        await _account.EnsureAsync();
        _sweeper = new IncomingSweeper(_account);
    }

    public async Task DisposeAsync() => await _azurite.DisposeAsync();

    [Fact]
    public async Task What_is_a_day_old_goes_and_what_is_younger_stays()
    {
        await FillAsync(3);
        var now = TimeProvider.System.GetUtcNow();

        (await _sweeper.SweepAsync(now + EvidenceLimits.IncomingAgeMax - TimeSpan.FromMinutes(1))).Deleted.ShouldBe(0);
        (await NamesAsync()).Count.ShouldBe(3);

        (await _sweeper.SweepAsync(now + JustOld)).ShouldBe(new SweepReport(3, 3, null));
        (await NamesAsync()).ShouldBeEmpty();
        (await _sweeper.SweepAsync(now + JustOld)).ShouldBe(new SweepReport(0, 0, null));
    }

    [Fact]
    public async Task A_sweep_is_bounded_and_the_next_one_goes_on_where_it_stopped()
    {
        await FillAsync(25);
        var young = TimeProvider.System.GetUtcNow();
        var old = young + JustOld;

        var first = await _sweeper.SweepAsync(young, null, examinedMax: 10, default);
        first.ShouldSatisfyAllConditions(
            () => first.Examined.ShouldBe(10),
            () => first.Deleted.ShouldBe(0),
            () => first.Continuation.ShouldNotBeNull()
        );
        var second = await _sweeper.SweepAsync(old, first.Continuation, examinedMax: 10, default);
        (second.Examined, second.Deleted).ShouldBe((10, 10));
        var third = await _sweeper.SweepAsync(old, second.Continuation, examinedMax: 10, default);
        (third.Examined, third.Deleted, third.Continuation).ShouldBe((5, 5, null));
        (await NamesAsync()).Count.ShouldBe(10, "the first ten were young when they were looked at");
    }

    [Fact]
    public async Task Evidence_and_statements_are_never_swept()
    {
        await _account.Evidence.UploadBlobAsync(new string('a', 64), BinaryData.FromString("x"));
        await _account.Statements.UploadBlobAsync("HN-1/x.pdf", BinaryData.FromString("x"));

        await _sweeper.SweepAsync(TimeProvider.System.GetUtcNow() + JustOld);

        (await _account.Evidence.GetBlobClient(new string('a', 64)).ExistsAsync()).Value.ShouldBeTrue();
        (await _account.Statements.GetBlobClient("HN-1/x.pdf").ExistsAsync()).Value.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_sweeps_at_once_do_not_disturb_each_other()
    {
        await FillAsync(20);
        var old = TimeProvider.System.GetUtcNow() + JustOld;

        var reports = await Task.WhenAll(_sweeper.SweepAsync(old), _sweeper.SweepAsync(old));

        reports.Sum(report => report.Deleted).ShouldBe(20);
        (await NamesAsync()).ShouldBeEmpty();
    }

    private Task FillAsync(int count) =>
        Task.WhenAll(
            Enumerable
                .Range(0, count)
                .Select(n => _account.Incoming.UploadBlobAsync($"p-1/d-1/e-{n:D3}", BinaryData.FromString("x")))
        );

    private async Task<List<string>> NamesAsync()
    {
        var names = new List<string>();
        await foreach (var blob in _account.Incoming.GetBlobsAsync())
        {
            names.Add(blob.Name);
        }
        return names;
    }
}
