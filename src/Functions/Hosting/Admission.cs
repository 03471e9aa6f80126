using CeActors.Functions.Http;

namespace CeActors.Functions.Hosting;

/// <summary>
/// Bounds what is under way behind this front. The silos shed nothing, because only here can a caller be told when to come
/// back; what is let in is few enough to be answered within its time limit.
/// </summary>
internal sealed class Admission(RequestDelegate next, AdmissionLimit limit)
{
    private int _underWay;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ClusterMetadata>() is null)
        {
            await next(context);
            return;
        }

        try
        {
            if (Interlocked.Increment(ref _underWay) > limit.RequestsMax)
            {
                throw new RefusedRequestException(FrontProblem.Overloaded);
            }

            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}

/// <param name="RequestsMax">Requests under way behind this front at the same time.</param>
internal sealed record AdmissionLimit(int RequestsMax)
{
    /// <summary>At 2 ms of work each on one core, the last one let in is answered within a few seconds.</summary>
    public const int Default = 2_000;
}
