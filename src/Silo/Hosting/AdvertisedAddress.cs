using System.Net;
using System.Net.Sockets;

namespace CeActors.Silo.Hosting;

/// <summary>
/// Keeps a silo from joining until it can be reached where it says that it is. Others probe a new member at once and declare it dead
/// after a second or two, but what leads to it (the ingress of a container platform) may know the way only some seconds after the
/// silo listens. Nothing of it is in the membership until then.
/// </summary>
internal sealed partial class AdvertisedAddress(
    SiloSettings settings,
    TimeProvider time,
    ILogger<AdvertisedAddress> logger
) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>How often it tries.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>How long one attempt to connect may take.</summary>
    public static readonly TimeSpan ConnectTimeLimit = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a connection must stay open to count: an ingress takes connections before it has anybody to hand them to, and then
    /// closes them.
    /// </summary>
    public static readonly TimeSpan StaysOpen = TimeSpan.FromSeconds(1);

    /// <summary>After the silo and its gateway listen, and before it is written into the membership.</summary>
    public const int Stage = ServiceLifecycleStage.RuntimeInitialize + 1;

    /// <inheritdoc />
    public void Participate(ISiloLifecycle lifecycle)
    {
        if (settings.ReachableWithin > TimeSpan.Zero)
        {
            lifecycle.Subscribe(nameof(AdvertisedAddress), Stage, WaitAsync);
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        foreach (var port in new[] { settings.SiloPort, settings.GatewayPort })
        {
            var endpoint = new IPEndPoint(settings.Address, port);
            await WaitForAsync(endpoint, settings.ReachableWithin, time, cancellationToken);
            Reached(port);
        }
    }

    /// <summary>Waits until a connection to the endpoint stays open.</summary>
    /// <exception cref="TimeoutException">None did.</exception>
    public static async Task WaitForAsync(
        IPEndPoint endpoint,
        TimeSpan within,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var begun = time.GetTimestamp();
        while (!await IsReachedAsync(endpoint, time, cancellationToken))
        {
            if (time.GetElapsedTime(begun) > within)
            {
                throw new TimeoutException(
                    $"This silo is not reached at its own address {endpoint} within {within.TotalSeconds} s: see what leads there, "
                        + "or set Silo:Address and the ports to where it is reached."
                );
            }

            await Task.Delay(LookEvery, time, cancellationToken);
        }
    }

    private static async Task<bool> IsReachedAsync(
        IPEndPoint endpoint,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            using (var limit = new CancellationTokenSource(ConnectTimeLimit, time))
            using (var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken))
            {
                await socket.ConnectAsync(endpoint, either.Token);
            }

            using var open = new CancellationTokenSource(StaysOpen, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(open.Token, cancellationToken);
            try
            {
                // A silo says nothing before it has been greeted; nothing but the end can be read, or what it has to say.
                return await socket.ReceiveAsync(new byte[1], SocketFlags.None, both.Token) > 0;
            }
            catch (OperationCanceledException) when (open.IsCancellationRequested)
            {
                return true;
            }
        }
        catch (SocketException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    [LoggerMessage(31, LogLevel.Information, "This silo is reached at its own address, port {Port}")]
    private partial void Reached(int port);
}
