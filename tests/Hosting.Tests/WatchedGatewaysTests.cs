using CeActors.Hosting.Calls;
using Orleans.Messaging;
using Shouldly;
using Xunit;

namespace CeActors.Hosting.Tests;

/// <summary>How a client learns that a silo has gone to which it had no connection.</summary>
public sealed class WatchedGatewaysTests
{
    private static readonly Uri First = new("gwy.tcp://127.0.0.1:30000/1");
    private static readonly Uri Second = new("gwy.tcp://127.0.0.1:30001/2");
    private static readonly Uri SecondAgain = new("gwy.tcp://127.0.0.1:30001/3");
    private readonly PlayedList _list = new();
    private readonly WatchedGateways _watched;
    private int _lost;

    public WatchedGatewaysTests() => _watched = new WatchedGateways(_list, () => _lost++);

    [Fact]
    public async Task A_gateway_that_has_gone_from_the_list_is_told_of_once()
    {
        await ReadAsync(First, Second);
        _lost.ShouldBe(0);
        await ReadAsync(First);
        _lost.ShouldBe(1);
        await ReadAsync(First);
        _lost.ShouldBe(1);
    }

    [Fact]
    public async Task A_silo_that_started_again_on_the_same_address_between_two_readings_is_told_of()
    {
        await ReadAsync(First, Second);
        await ReadAsync(First, SecondAgain);
        _lost.ShouldBe(1);
    }

    [Fact]
    public async Task A_gateway_that_joins_is_no_loss()
    {
        await ReadAsync();
        await ReadAsync(First);
        await ReadAsync(Second, First);
        _lost.ShouldBe(0);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_tells_nothing_and_what_was_known_stays_so()
    {
        await ReadAsync(First, Second);
        _list.Failure = new InvalidOperationException("The table is away.");
        await Should.ThrowAsync<InvalidOperationException>(() => _watched.GetGatewaysAsync(CancellationToken.None));
        _lost.ShouldBe(0);
        _list.Failure = null;
        await ReadAsync(Second);
        _lost.ShouldBe(1);
    }

    private async Task ReadAsync(params Uri[] gateways)
    {
        _list.Gateways = gateways;
        (await ((IGatewayListProvider)_watched).GetGatewaysAsync(CancellationToken.None)).ShouldBe(gateways);
    }

    private sealed class PlayedList : IGatewayListProvider
    {
        public IList<Uri> Gateways { get; set; } = [];

        public Exception? Failure { get; set; }

        public TimeSpan MaxStaleness => TimeSpan.FromSeconds(1);

        public bool IsUpdatable => true;

        public Task InitializeGatewayListProvider() => Task.CompletedTask;

        public Task<IList<Uri>> GetGateways() =>
            Failure is { } failure ? Task.FromException<IList<Uri>>(failure) : Task.FromResult(Gateways);
    }
}
