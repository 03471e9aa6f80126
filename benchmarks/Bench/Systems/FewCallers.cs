namespace CeActors.Benchmarks.Systems;

/// <summary>
/// Settings of a front before which a handful of made-up people stand for very many: nobody has a bound of their own, and no unit.
/// What is let in altogether stays as it is in production.
/// </summary>
public static class FewCallers
{
    private const string NoBound = "1000000";

    /// <summary>As environment variables.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>
        {
            ["Admission__CallerPerSecond"] = NoBound,
            ["Admission__CallerBurst"] = NoBound,
            ["Admission__CallerAtOnce"] = "10000",
            ["Admission__UnitPercent"] = "100",
            ["Admission__AddressReadsPerMinute"] = NoBound,
        };
}
