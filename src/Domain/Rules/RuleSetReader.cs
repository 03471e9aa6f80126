using System.Collections.Immutable;
using System.Text.Json;
using CeActors.Domain.Hours;

namespace CeActors.Domain.Rules;

/// <summary>What came of reading a rule set: the set, or every error found.</summary>
/// <param name="RuleSet">Null when there are errors.</param>
/// <param name="Errors">Each names the place in the document; empty when right.</param>
public sealed record RuleSetReading(RuleSet? RuleSet, ImmutableArray<string> Errors);

/// <summary>Reads a rule set from JSON and checks it whole: unknown members, missing values and contradictions are errors.</summary>
public static class RuleSetReader
{
    /// <summary>Largest rule set, in bytes of JSON.</summary>
    public const int BytesMax = 256 * 1024;

    private const int VersionLengthMax = 50;
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    public static RuleSetReading Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > BytesMax)
            return new RuleSetReading(null, [$"The rule set is larger than {BytesMax} bytes."]);
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var errors = ImmutableArray.CreateBuilder<string>();
            var root = new RuleSetNode(document.RootElement, "$", errors);
            var set = ReadSet(root);
            if (errors.Count == 0)
                Check(set, errors);
            return errors.Count == 0 ? new RuleSetReading(set, []) : new RuleSetReading(null, errors.ToImmutable());
        }
        catch (JsonException malformed)
        {
            return new RuleSetReading(null, [$"Not JSON: {malformed.Message}"]);
        }
    }

    private static RuleSet ReadSet(RuleSetNode root)
    {
        var span = Value(root.Object("span"), node => Years(node.Object("value")));
        var targets = root.Objects("targets").Select(Targets).ToImmutableArray();
        var required = Value(root.Object("requiredFields"), node => node.Texts("value"));
        var types = Value(
            root.Object("activityTypes"),
            node => node.Objects("value").Select(Activity).ToImmutableArray()
        );
        var set = new RuleSet
        {
            Version = root.Text("version"),
            Jurisdiction = root.Text("jurisdiction"),
            EffectiveFrom = root.Date("effectiveFrom") ?? default,
            EffectiveTo = root.Date("effectiveTo", isOptional: true),
            Citation = root.Text("citation"),
            Span = span,
            Targets = targets,
            MaxPerItem = Value(root.Object("maxPerItem"), node => node.Hours("value")),
            MaxPerYear = Value(root.Object("maxPerYear"), node => node.Hours("value")),
            RequiredFields = required,
            ActivityTypes = types,
            EvidenceRequired = Value(root.Object("evidenceRequired"), node => node.Flag("value")),
            WithdrawUntil = Value(
                root.Object("withdrawUntil"),
                node => node.OneOf("value", ("final", WithdrawUntil.Final), ("firstReview", WithdrawUntil.FirstReview))
            ),
            RecognitionUnit = Value(
                root.Object("recognitionUnit"),
                node => node.OneOf("value", ("declaration", RecognitionUnit.Declaration))
            ),
            ReasonRequiredAtAgency = Value(root.Object("reasonRequiredAtAgency"), node => node.Flag("value")),
            IsExample = false,
        };
        root.RefuseOthers();
        return set with { IsExample = HasExample(set) };
    }

    private static RuleValue<T> Value<T>(RuleSetNode node, Func<RuleSetNode, T> read)
    {
        var value = new RuleValue<T>(read(node), node.Text("citation"), node.Flag("isExample"));
        node.RefuseOthers();
        return value;
    }

    private static YearRange Years(RuleSetNode node)
    {
        var years = new YearRange(node.Number("from"), node.Number("to"));
        node.RefuseOthers();
        return years;
    }

    private static TargetRule Targets(RuleSetNode node)
    {
        var targets = new TargetRule(
            Years(node.Object("years")),
            new YearTargets(node.Hours("total"), node.Hours("general"), node.Hours("professional")),
            node.Text("citation"),
            node.Flag("isExample")
        );
        node.RefuseOthers();
        return targets;
    }

    private static ActivityType Activity(RuleSetNode node)
    {
        var type = new ActivityType(node.Text("code"), node.Text("chinese"), node.Text("english"));
        node.RefuseOthers();
        return type;
    }

    private static bool HasExample(RuleSet set) =>
        set.Span.IsExample
        || set.Targets.Any(targets => targets.IsExample)
        || set.MaxPerItem.IsExample
        || set.MaxPerYear.IsExample
        || set.RequiredFields.IsExample
        || set.ActivityTypes.IsExample
        || set.EvidenceRequired.IsExample
        || set.WithdrawUntil.IsExample
        || set.RecognitionUnit.IsExample
        || set.ReasonRequiredAtAgency.IsExample;

    private static void Check(RuleSet set, ImmutableArray<string>.Builder errors)
    {
        void Must(bool holds, string error)
        {
            if (!holds)
                errors.Add(error);
        }

        Must(
            set.Version.Length <= VersionLengthMax
                && set.Version.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-'),
            $"$.version: at most {VersionLengthMax} of a-z, 0-9, point and hyphen."
        );
        Must(set.EffectiveTo is null || set.EffectiveTo >= set.EffectiveFrom, "$.effectiveTo: before effectiveFrom.");
        var span = set.Span.Value;
        Must(
            span.From >= EarliestYear && span.To <= LatestYear && span.From <= span.To,
            $"$.span: from {EarliestYear} to {LatestYear}, in order."
        );
        Must(
            span.To - span.From < RuleLimits.YearsMax,
            $"$.span: at most {RuleLimits.YearsMax} years, which is what a declaration holds."
        );
        for (var year = span.From; year <= span.To && year - span.From < RuleLimits.YearsMax; year++)
        {
            var matches = set.Targets.Count(targets => targets.Years.Contains(year));
            Must(matches == 1, $"$.targets: {year} has {matches} entries, must have one.");
        }

        foreach (var (_, targets, _, _) in set.Targets)
            Must(
                targets.General + targets.Professional <= targets.Total,
                "$.targets: general and professional exceed the total."
            );
        Must(set.MaxPerItem.Value > CreditHours.Zero, "$.maxPerItem: must be above 0.");
        Must(set.MaxPerYear.Value >= set.MaxPerItem.Value, "$.maxPerYear: below maxPerItem.");
        foreach (var name in set.RequiredFields.Value)
            Must(DraftFields.IsKnown(name), $"$.requiredFields: {name} is no field.");
        Must(
            set.RequiredFields.Value.Distinct(StringComparer.Ordinal).Count() == set.RequiredFields.Value.Length,
            "$.requiredFields: a name twice."
        );
        Must(set.ActivityTypes.Value.Length > 0, "$.activityTypes: at least one.");
        Must(set.ActivityTypeCodes.Count == set.ActivityTypes.Value.Length, "$.activityTypes: a code twice.");
    }
}
