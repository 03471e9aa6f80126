using Orleans.Messaging;

namespace CeActors.Hosting.Calls;

/// <summary>
/// A list of gateways that tells when one of them has gone from it. A client learns of a death by the end of its connection, and has none to
/// a silo that it did not need so far: it keeps each grain with the gateway that it chose first, so one that joined later is reached through
/// others alone.
/// </summary>
/// <param name="list">The list.</param>
/// <param name="onLost">Called once for each answer that lacks a gateway of the one before.</param>
public sealed class WatchedGateways(IGatewayListProvider list, Action onLost) : IGatewayListProvider
{
    private HashSet<Uri> _known = [];

    /// <inheritdoc />
    public TimeSpan MaxStaleness => list.MaxStaleness;

    /// <inheritdoc />
    public bool IsUpdatable => true;

    /// <inheritdoc />
    public Task InitializeGatewayListProvider() => list.InitializeGatewayListProvider();

    /// <inheritdoc />
    public Task InitializeGatewayListProviderAsync(CancellationToken cancellationToken) =>
        list.InitializeGatewayListProviderAsync(cancellationToken);

    /// <inheritdoc />
    public Task<IList<Uri>> GetGateways() => GetGatewaysAsync(CancellationToken.None);

    /// <inheritdoc />
    /// <exception cref="Exception">The list could not be read: nothing is concluded from that.</exception>
    public async Task<IList<Uri>> GetGatewaysAsync(CancellationToken cancellationToken)
    {
        var now = await list.GetGatewaysAsync(cancellationToken);
        var before = Interlocked.Exchange(ref _known, [.. now]);
        if (!before.IsSubsetOf(now))
        {
            onLost();
        }

        return now;
    }
}
