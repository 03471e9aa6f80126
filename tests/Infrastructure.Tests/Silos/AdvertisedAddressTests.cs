using System.Net;
using System.Net.Sockets;
using CeActors.Silo.Hosting;
using CeActors.Testing;

namespace CeActors.Infrastructure.Tests.Silos;

/// <summary>A silo waits until it is reached where it says that it is; what leads there is played by a listener.</summary>
public sealed class AdvertisedAddressTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task It_waits_for_the_way_to_open()
    {
        var endpoint = new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        var waiting = WaitAsync(endpoint, Long);
        waiting.IsCompleted.ShouldBeFalse();

        using var listener = new TcpListener(endpoint);
        listener.Start();
        await waiting.WaitAsync(Long);
    }

    [Fact]
    public async Task A_way_that_is_closed_at_once_leads_nowhere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var ends = new CancellationTokenSource();
        var closing = CloseAllAsync(listener, ends.Token);

        var fault = await Should.ThrowAsync<TimeoutException>(() =>
            WaitAsync((IPEndPoint)listener.LocalEndpoint, Short)
        );
        fault.Message.ShouldContain("Silo:Address");
        await ends.CancelAsync();
        (await closing).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Nobody_there_ends_the_start_after_the_time_that_was_given()
    {
        var endpoint = new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        (await Should.ThrowAsync<TimeoutException>(() => WaitAsync(endpoint, Short))).Message.ShouldContain(
            endpoint.ToString()
        );
    }

    [Fact]
    public async Task A_stop_is_not_waited_out()
    {
        using var stop = new CancellationTokenSource();
        var waiting = AdvertisedAddress.WaitForAsync(
            new IPEndPoint(IPAddress.Loopback, FreePort.Next()),
            Long,
            TimeProvider.System,
            stop.Token
        );
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    private static Task WaitAsync(IPEndPoint endpoint, TimeSpan within) =>
        AdvertisedAddress.WaitForAsync(endpoint, within, TimeProvider.System, default);

    private static async Task<int> CloseAllAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        var closed = 0;
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(cancellationToken);
                closed++;
            }
        }
        catch (OperationCanceledException)
        {
            return closed;
        }
    }
}
