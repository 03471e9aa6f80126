using CeActors.Functions.Http;

namespace CeActors.Functions.Admission;

/// <summary>
/// Keeps each caller, and each unit, to their share of what is let in: nobody takes everything, whether by a program that repeats
/// without a pause or because a unit has many reviewers.
/// </summary>
internal sealed class CallerGate(
    RequestDelegate next,
    AdmissionOptions options,
    AdaptiveLimit limit,
    Rates rates,
    AdmissionInstruments instruments
)
{
    /// <summary>Name of the part of an address that names a unit.</summary>
    public const string UnitParameter = "unit";

    private const int NoSlot = -1;
    private const int CallerSlotCount = 65_536;
    private const int UnitSlotCount = 65_536;
    private readonly SharedCounts _callers = new(CallerSlotCount);
    private readonly SharedCounts _units = new(UnitSlotCount);

    public Task InvokeAsync(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<ClusterMetadata>() is null)
        {
            return next(context);
        }

        var caller = NoSlot;
        UnitPlace? unit = null;
        if (Refuse(context, metadata, ref caller, ref unit) is { } problem)
        {
            Release(caller, unit);
            instruments.Refused(problem, metadata.GetMetadata<TypedWorkMetadata>() is not null);
            return ProblemDocument.WriteAsync(context, problem);
        }

        if (context.Features.Get<Passage>() is { } passage)
        {
            passage.ReachesCluster = metadata.GetMetadata<LongWorkMetadata>() is null;
            passage.OfUnit = unit;
        }

        return GoOnAsync(context, caller, unit);
    }

    /// <summary>Requests that one unit may have under way now.</summary>
    private int UnitMax => Math.Max(1, limit.Current * options.UnitPercent / 100);

    private FrontProblem? Refuse(
        HttpContext context,
        EndpointMetadataCollection metadata,
        ref int caller,
        ref UnitPlace? unit
    )
    {
        var person = context.User.FindFirst(SignedIn.PersonIdClaim)?.Value;
        var isVerification = metadata.GetMetadata<VerificationMetadata>() is not null;
        if (person is null || isVerification)
        {
            return rates.CountAddress(context.Connection.RemoteIpAddress, isVerification) is { } later
                ? AdmissionProblems.AskedTooOften(later)
                : null;
        }

        var slot = _callers.SlotOf(person);
        if (!_callers.TryAdd(slot, options.CallerAtOnce))
        {
            return AdmissionProblems.TooManyAtOnce();
        }

        caller = slot;
        if (rates.CountPerson(person, metadata.GetMetadata<BulkMetadata>() is not null) is { } wait)
        {
            return AdmissionProblems.AskedTooOften(wait);
        }

        if (context.Request.RouteValues[UnitParameter] is string code)
        {
            slot = _units.SlotOf(code);
            if (!_units.TryAdd(slot, UnitMax))
            {
                return AdmissionProblems.UnitBusy();
            }

            // Whether the caller is of the unit is known by its grain alone: what is slow to come holds no place of the unit's meanwhile.
            unit = new UnitPlace(_units, slot, () => UnitMax);
        }

        return null;
    }

    private async Task GoOnAsync(HttpContext context, int caller, UnitPlace? unit)
    {
        try
        {
            await next(context);
        }
        finally
        {
            Release(caller, unit);
        }
    }

    private void Release(int caller, UnitPlace? unit)
    {
        if (caller != NoSlot)
        {
            _callers.Remove(caller);
        }

        unit?.End();
    }
}
