namespace CeActors.Grains.Review;

/// <summary>
/// When the set of silos that work changed last, as this silo has heard. A commit may have been under way on a silo that is
/// gone, and a second activation of a unit may have been behind: so units read their rows anew some time after.
/// </summary>
/// <param name="membership">The cluster's membership.</param>
/// <param name="time">The grains' clock.</param>
public sealed class ClusterChanges(IClusterMembershipService membership, TimeProvider time)
    : ILifecycleParticipant<ISiloLifecycle>
{
    private readonly CancellationTokenSource _stopped = new();
    private Task _watching = Task.CompletedTask;
    private volatile Change _last = new(0, DateTimeOffset.MinValue);

    /// <summary>The last change.</summary>
    public Change Last => _last;

    /// <inheritdoc />
    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(
            nameof(ClusterChanges),
            ServiceLifecycleStage.Active,
            _ =>
            {
                _watching = Task.Run(WatchAsync, CancellationToken.None);
                return Task.CompletedTask;
            },
            async _ =>
            {
                await _stopped.CancelAsync();
                await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        );

    /// <summary>The set of silos that work has changed, as is heard now.</summary>
    internal void Note() => _last = new Change(_last.Number + 1, time.GetUtcNow());

    private async Task WatchAsync()
    {
        HashSet<SiloAddress>? known = null;
        await foreach (
            var snapshot in membership.MembershipUpdates.WithCancellation(_stopped.Token).ConfigureAwait(false)
        )
        {
            var working = snapshot
                .Members.Values.Where(member => member.Status is SiloStatus.Active)
                .Select(member => member.SiloAddress)
                .ToHashSet();
            if (known is not null && !known.SetEquals(working))
            {
                Note();
            }

            known = working;
        }
    }

    /// <param name="Number">How many changes there were.</param>
    /// <param name="At">When the last one was heard of; the beginning of time when there was none.</param>
    public sealed record Change(long Number, DateTimeOffset At);
}
