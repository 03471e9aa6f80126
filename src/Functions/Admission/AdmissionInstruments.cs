using System.Diagnostics.Metrics;
using CeActors.Functions.Http;

namespace CeActors.Functions.Admission;

/// <summary>The meter <c>CeActors.Admission</c>: what is let in, and how much was refused; tagged with the refusal's code and the kind of work, nothing of the caller.</summary>
internal sealed class AdmissionInstruments
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "CeActors.Admission";

    private readonly Counter<long> _refused;

    public AdmissionInstruments(IMeterFactory meters, AdaptiveLimit limit)
    {
        var meter = meters.Create(MeterName);
        _refused = meter.CreateCounter<long>(
            "ceactors.admission.refused",
            "{request}",
            "Requests refused, by code and kind of work"
        );
        meter.CreateObservableGauge(
            "ceactors.admission.limit",
            () => limit.Current,
            "{request}",
            "Requests that may be under way"
        );
        meter.CreateObservableGauge(
            "ceactors.admission.underway",
            () => UnderWay(limit),
            "{request}",
            "Requests that are under way, by kind of work"
        );
    }

    /// <summary>Counts a refusal.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="isTyped">It would have saved what somebody has typed, for which places are kept.</param>
    public void Refused(FrontProblem problem, bool isTyped) =>
        _refused.Add(1, new KeyValuePair<string, object?>("code", problem.Code), Work(isTyped));

    private static Measurement<int>[] UnderWay(AdaptiveLimit limit)
    {
        // Read one after the other, so the difference may be out by what moved in between.
        var others = limit.OthersUnderWay;
        return [new(Math.Max(0, limit.UnderWay - others), Work(true)), new(others, Work(false))];
    }

    private static KeyValuePair<string, object?> Work(bool isTyped) => new("work", isTyped ? "typed" : "other");
}
