using CeActors.Functions.Http;

namespace CeActors.Functions.Hosting;

/// <summary>Answers 503 at once where the cluster is needed and not connected.</summary>
internal sealed class ClusterGate(RequestDelegate next, ClusterConnection connection)
{
    public Task InvokeAsync(HttpContext context) =>
        !connection.IsConnected && context.GetEndpoint()?.Metadata.GetMetadata<ClusterMetadata>() is not null
            ? throw new ClusterAwayException()
            : next(context);
}
