using System.Diagnostics.Metrics;
using CeActors.Functions.Http;

namespace CeActors.Functions.Admission;

/// <summary>The meter <c>CeActors.Admission</c>: what is let in, and how much was refused; the only tag is the refusal's code.</summary>
internal sealed class AdmissionInstruments
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "CeActors.Admission";

    private readonly Counter<long> _refused;

    public AdmissionInstruments(IMeterFactory meters, AdaptiveLimit limit)
    {
        var meter = meters.Create(MeterName);
        _refused = meter.CreateCounter<long>("ceactors.admission.refused", "{request}", "Requests refused, by code");
        meter.CreateObservableGauge(
            "ceactors.admission.limit",
            () => limit.Current,
            "{request}",
            "Requests that may be under way"
        );
        meter.CreateObservableGauge(
            "ceactors.admission.under_way",
            () => limit.UnderWay,
            "{request}",
            "Requests that are under way"
        );
    }

    /// <summary>Counts a refusal.</summary>
    public void Refused(FrontProblem problem) =>
        _refused.Add(1, new KeyValuePair<string, object?>("code", problem.Code));
}
