using CeActors.Functions.Http;

namespace CeActors.Functions.Admission;

/// <summary>
/// Lets requests to the cluster in while there is a place, and refuses the others before anything is spent on them, the check
/// of their token included. What the front answers by itself (health, client settings, pages) is never refused.
/// </summary>
internal sealed class Entrance(
    RequestDelegate next,
    AdaptiveLimit limit,
    AdmissionInstruments instruments,
    TimeProvider time
)
{
    public Task InvokeAsync(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<ClusterMetadata>() is null)
        {
            return next(context);
        }

        var isReserved = metadata.GetMetadata<TypedWorkMetadata>() is not null;
        return limit.TryEnter(isReserved)
            ? GoThroughAsync(context, new Passage(limit, isReserved, time))
            : RefuseAsync(context, isReserved);
    }

    private async Task GoThroughAsync(HttpContext context, Passage passage)
    {
        context.Features.Set(passage);
        try
        {
            await next(context);
        }
        catch (Exception exception) when (Note(passage, exception))
        {
            throw; // never here: it was only looked at
        }
        finally
        {
            passage.End();
        }
    }

    private Task RefuseAsync(HttpContext context, bool isReserved)
    {
        var problem = AdmissionProblems.Overloaded();
        instruments.Refused(problem, isReserved);
        return ProblemDocument.WriteAsync(context, problem);
    }

    private static bool Note(Passage passage, Exception exception)
    {
        if (exception is RefusedRequestException)
        {
            return false;
        }

        switch (Failures.KindOf(exception))
        {
            case FailureKind.Away:
                passage.ReachesCluster = false;
                break;
            case FailureKind.Shed:
            case FailureKind.UnknownOutcome:
                passage.Fail();
                break;
        }

        return false;
    }
}
