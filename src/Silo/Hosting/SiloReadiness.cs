using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CeActors.Silo.Hosting;

/// <summary>Ready while the silo is an active member of its cluster; looks at nothing else.</summary>
internal sealed class SiloReadiness(ISiloStatusOracle silo) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(
            silo.CurrentStatus == SiloStatus.Active
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"The silo is {silo.CurrentStatus}.")
        );
}
