using CeActors.Hosting.Calls;

namespace CeActors.Silo.Hosting;

/// <summary>Tells <see cref="CallsUnderWay"/> of each silo that dies; apart from it, because the runtime that tells is built from its filters.</summary>
internal sealed class DeathWatch(ISiloStatusOracle silo, CallsUnderWay calls)
    : ISiloStatusListener,
        ILifecycleParticipant<ISiloLifecycle>
{
    /// <inheritdoc />
    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(
            nameof(DeathWatch),
            ServiceLifecycleStage.RuntimeServices,
            _ =>
            {
                silo.SubscribeToSiloStatusEvents(this);
                return Task.CompletedTask;
            }
        );

    /// <inheritdoc />
    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (status == SiloStatus.Dead)
        {
            calls.OnDeath();
        }
    }
}
