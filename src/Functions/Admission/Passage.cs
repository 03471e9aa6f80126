using CeActors.Functions.Http;

namespace CeActors.Functions.Admission;

/// <summary>A request's place behind this front, from the entrance to its answer. One thread at a time.</summary>
internal sealed class Passage(AdaptiveLimit limit, bool isReserved, TimeProvider time)
{
    private readonly long _entered = time.GetTimestamp();
    private TimeSpan _aside;
    private bool _isInside = true;
    private bool _hasFailed;

    /// <summary>True once it was let through to the cluster; only then its time says something of the cluster.</summary>
    public bool ReachesCluster { get; set; }

    /// <summary>Its place among those of a unit; null when its address names none.</summary>
    public UnitPlace? OfUnit { get; set; }

    /// <summary>It failed on the way.</summary>
    public void Fail() => _hasFailed = true;

    /// <summary>
    /// Awaits what the sender of a request is slow to send, without the place meanwhile, here and of its unit: nobody can fill either by
    /// bodies that never end.
    /// </summary>
    /// <exception cref="RefusedRequestException">Too much is under way when it has come; nothing was done.</exception>
    public static ValueTask<int> AwaitSenderAsync(HttpContext context, ValueTask<int> reading) =>
        reading.IsCompleted || context.Features.Get<Passage>() is not { } passage
            ? reading
            : passage.AsideAsync(reading);

    /// <summary>Gives the place up, if it has one still.</summary>
    public void End()
    {
        if (_isInside)
        {
            _isInside = false;
            limit.Leave(isReserved, ReachesCluster ? time.GetElapsedTime(_entered) - _aside : null, _hasFailed);
        }
    }

    private async ValueTask<int> AsideAsync(ValueTask<int> reading)
    {
        var since = time.GetTimestamp();
        limit.StepAside(isReserved);
        OfUnit?.StepAside();
        _isInside = false;
        int read;
        try
        {
            read = await reading;
        }
        finally
        {
            _aside += time.GetElapsedTime(since);
            _isInside = limit.TryComeBack(isReserved);
        }

        if (!_isInside)
        {
            throw new RefusedRequestException(AdmissionProblems.Overloaded());
        }

        return OfUnit?.TryComeBack() != false ? read : throw new RefusedRequestException(AdmissionProblems.UnitBusy());
    }
}
