using System.Collections.Immutable;

namespace CeActors.Domain.Rules;

/// <summary>Rule sets by version, the shipped ones and those of an administrator.</summary>
public sealed class RuleSetCatalog
{
    /// <summary>The shipped set of the province.</summary>
    public const string Hunan2026 = "hunan-2026";

    /// <summary>As the province's, but without evidence: for load runs, where bytes are not what is measured.</summary>
    public const string LoadTest = "load-test";

    private const int EmbeddedBytesMax = 256 * 1024;
    private readonly ImmutableDictionary<string, RuleSet> _byVersion;

    /// <exception cref="ArgumentException">Two sets of the same version.</exception>
    public RuleSetCatalog(params ImmutableArray<RuleSet> sets) =>
        _byVersion = sets.ToImmutableDictionary(set => set.Version, StringComparer.Ordinal);

    /// <summary>Names of the sets inside this assembly.</summary>
    public static ImmutableArray<string> EmbeddedNames => [Hunan2026, LoadTest];

    /// <summary>A set inside this assembly; null when there is none of this name.</summary>
    public static RuleSet? Embedded(string name)
    {
        if (!EmbeddedNames.Contains(name))
            return null;
        using var stream =
            typeof(RuleSetCatalog).Assembly.GetManifestResourceStream($"rules/{name}.json")
            ?? throw new InvalidOperationException($"The rule set {name} is missing from the assembly.");
        var json = new byte[Math.Min(stream.Length, EmbeddedBytesMax)];
        stream.ReadExactly(json);
        var reading = RuleSetReader.Read(json);
        return reading.RuleSet
            ?? throw new InvalidOperationException(
                $"The rule set {name} is wrong: {string.Join("; ", reading.Errors)}"
            );
    }

    /// <summary>The set of this version; null when unknown.</summary>
    public RuleSet? Find(string version) => _byVersion.GetValueOrDefault(version);

    /// <summary>The set in force on this day: of several, the one that took effect last; null when none is.</summary>
    public RuleSet? InForceOn(DateOnly day) =>
        _byVersion
            .Values.Where(set => set.IsInForceOn(day))
            .OrderByDescending(set => set.EffectiveFrom)
            .ThenByDescending(set => set.Version, StringComparer.Ordinal)
            .FirstOrDefault();
}
