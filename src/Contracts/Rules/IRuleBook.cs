using System.Collections.Immutable;

namespace CeActors.Contracts.Rules;

/// <summary>The rule set in force, for forms and charts; read-only, one a silo (key 0).</summary>
[Alias("ce.IRuleBook")]
public interface IRuleBook : IGrainWithIntegerKey
{
    [Alias("current")]
    Task<RuleSetView> GetCurrentAsync();
}

/// <param name="Version">Version, such as <c>hunan-2026.1</c>.</param>
/// <param name="IsExample">True when values that no source gives were filled in as examples.</param>
/// <param name="Citation">Where the values come from.</param>
/// <param name="GeneralTargetQuarterHours">Least general subject a year.</param>
/// <param name="ProfessionalTargetQuarterHours">Least professional subject a year.</param>
/// <param name="TotalTargetQuarterHours">Least in all a year.</param>
/// <param name="SpanFromYear">Earliest declared year, included.</param>
/// <param name="SpanToYear">Latest declared year, included.</param>
/// <param name="RequiredFields">Names of fields that must be filled, <c>head.phone</c>, <c>item.organiser</c>.</param>
/// <param name="ActivityTypes">Codes and names of forms of learning.</param>
/// <param name="EvidenceRequired">A year with typed items needs evidence.</param>
[GenerateSerializer, Immutable, Alias("ce.rule-set-view")]
public sealed record RuleSetView(
    [property: Id(0)] string Version,
    [property: Id(1)] bool IsExample,
    [property: Id(2)] string Citation,
    [property: Id(3)] int GeneralTargetQuarterHours,
    [property: Id(4)] int ProfessionalTargetQuarterHours,
    [property: Id(5)] int TotalTargetQuarterHours,
    [property: Id(6)] int SpanFromYear,
    [property: Id(7)] int SpanToYear,
    [property: Id(8)] ImmutableArray<string> RequiredFields,
    [property: Id(9)] ImmutableArray<ActivityTypeView> ActivityTypes,
    [property: Id(10)] bool EvidenceRequired
)
{
    /// <summary>Its kind alone: the runtime writes whole answers into its log when it drops them.</summary>
    public override string ToString() => nameof(RuleSetView);
}

[GenerateSerializer, Immutable, Alias("ce.activity-type")]
public sealed record ActivityTypeView(
    [property: Id(0)] string Code,
    [property: Id(1)] string Chinese,
    [property: Id(2)] string English
);
