using System.Collections.Frozen;
using System.Collections.Immutable;
using CeActors.Domain.Hours;

namespace CeActors.Domain.Rules;

/// <summary>
/// The values that judge a declaration: data with a jurisdiction, days of effect and a citation for each value. A declaration pins the
/// <see cref="Version"/> that judged it. Made by <see cref="RuleSetReader"/> alone, which has checked everything.
/// </summary>
public sealed record RuleSet
{
    /// <summary>Such as <c>hunan-2026.1</c>; 1 to 50 of <c>[a-z0-9.-]</c>; never given to other content again.</summary>
    public required string Version { get; init; }

    /// <summary>Such as <c>湖南省</c>.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>First day it judges, included.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Last day it judges, included; null until a later set takes over.</summary>
    public required DateOnly? EffectiveTo { get; init; }

    /// <summary>Where the set as a whole comes from.</summary>
    public required string Citation { get; init; }

    /// <summary>Declared years that can be filed, ends included (核认跨度).</summary>
    public required RuleValue<YearRange> Span { get; init; }

    /// <summary>Targets by declared year; the ranges cover the span without overlap.</summary>
    public required ImmutableArray<TargetRule> Targets { get; init; }

    /// <summary>Most that one line may claim; a bound against slips of the pen.</summary>
    public required RuleValue<CreditHours> MaxPerItem { get; init; }

    /// <summary>Most that one declared year may claim in all; likewise.</summary>
    public required RuleValue<CreditHours> MaxPerYear { get; init; }

    /// <summary>Names of fields that must be filled, such as <c>head.phone</c>; each known to <see cref="DraftFields"/>.</summary>
    public required RuleValue<ImmutableArray<string>> RequiredFields
    {
        get;
        init
        {
            field = value;
            RequiredOfHead = [.. value.Value.Select(DraftFields.Head).OfType<DraftFields.HeadField>()];
            RequiredOfItem = [.. value.Value.Select(DraftFields.Item).OfType<DraftFields.ItemField>()];
        }
    }

    /// <summary>Forms of learning that an item may name.</summary>
    public required RuleValue<ImmutableArray<ActivityType>> ActivityTypes
    {
        get;
        init
        {
            field = value;
            ActivityTypeCodes = value.Value.Select(type => type.Code).ToFrozenSet(StringComparer.Ordinal);
        }
    }

    /// <summary>A declared year with typed items needs at least one piece of evidence.</summary>
    public required RuleValue<bool> EvidenceRequired { get; init; }

    /// <summary>Until when the declarant may withdraw.</summary>
    public required RuleValue<WithdrawUntil> WithdrawUntil { get; init; }

    /// <summary>What one recognition decides on.</summary>
    public required RuleValue<RecognitionUnit> RecognitionUnit { get; init; }

    /// <summary>An agency that does not pass must say why.</summary>
    public required RuleValue<bool> ReasonRequiredAtAgency { get; init; }

    /// <summary>True when any value was filled in as an example because no source gives it.</summary>
    public required bool IsExample { get; init; }

    /// <summary>Codes of <see cref="ActivityTypes"/>; looked up for each item of each draft.</summary>
    internal FrozenSet<string> ActivityTypeCodes { get; private init; } = [];

    /// <summary>Those of <see cref="RequiredFields"/> that are the head's, with what says whether they are filled.</summary>
    internal ImmutableArray<DraftFields.HeadField> RequiredOfHead { get; private init; } = [];

    /// <summary>Those of <see cref="RequiredFields"/> that are an item's.</summary>
    internal ImmutableArray<DraftFields.ItemField> RequiredOfItem { get; private init; } = [];

    /// <summary>Targets of a declared year; null outside the span.</summary>
    public TargetRule? TargetsFor(int year)
    {
        foreach (var targets in Targets)
        {
            if (targets.Years.Contains(year))
                return targets;
        }

        return null;
    }

    /// <summary>Whether it judges on this day.</summary>
    public bool IsInForceOn(DateOnly day) => day >= EffectiveFrom && (EffectiveTo is null || day <= EffectiveTo);
}

/// <summary>One value with where it comes from.</summary>
/// <param name="Value">The value.</param>
/// <param name="Citation">Clause, notice, or the decision that set it.</param>
/// <param name="IsExample">No source gives it: an administrator should replace it.</param>
public sealed record RuleValue<T>(T Value, string Citation, bool IsExample);

/// <summary>Years from first to last, both included.</summary>
public sealed record YearRange(int From, int To)
{
    public bool Contains(int year) => year >= From && year <= To;
}

/// <summary>Targets of a range of declared years.</summary>
public sealed record TargetRule(YearRange Years, YearTargets Targets, string Citation, bool IsExample);

/// <summary>One form of learning (学习形式).</summary>
/// <param name="Code">Lower case with hyphens.</param>
/// <param name="Chinese">Name.</param>
/// <param name="English">Name in English.</param>
public sealed record ActivityType(string Code, string Chinese, string English);

/// <summary>Until when a declarant may take a declaration back (domain question 88).</summary>
public enum WithdrawUntil
{
    /// <summary>At any time before recognition.</summary>
    Final = 0,

    /// <summary>Only while no unit has decided.</summary>
    FirstReview = 1,
}

/// <summary>What a recognition decides on (domain question 92). By year is a later rule.</summary>
public enum RecognitionUnit
{
    Declaration = 0,
}
