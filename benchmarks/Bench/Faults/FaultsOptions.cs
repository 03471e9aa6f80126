using CeActors.Benchmarks.Output;

namespace CeActors.Benchmarks.Faults;

/// <summary>Settings of <c>faults</c>.</summary>
/// <param name="Weather">How long the storage fails, over all rounds.</param>
/// <param name="Seed">Of the faults.</param>
/// <param name="ClientCount">Clients that each send one request at a time.</param>
/// <param name="UnitCount">Units in the province.</param>
/// <param name="BucketCount">Buckets of the state storage.</param>
/// <param name="FirstRate">Flows a second for which people are registered until a rate has been seen.</param>
/// <param name="CleanShare">Length of the clean weather as a share of the bad.</param>
public sealed record FaultsOptions(
    TimeSpan Weather,
    int Seed,
    int ClientCount,
    int UnitCount,
    int BucketCount,
    int FirstRate,
    double CleanShare
)
{
    /// <summary>The longest round: clean weather and bad weather take turns, so that full tables weigh on both.</summary>
    public static readonly TimeSpan RoundWeatherMax = TimeSpan.FromSeconds(60);

    /// <summary>Rounds that the bad weather is spread over.</summary>
    public int RoundCount => (int)Math.Ceiling(Weather / RoundWeatherMax);

    /// <summary>Bad weather of one round.</summary>
    public TimeSpan RoundWeather => Weather / RoundCount;

    /// <summary>Clean weather of one round, measured just before the bad.</summary>
    public TimeSpan RoundClean => RoundWeather * CleanShare;

    /// <summary><c>--seconds 600 --seed S --clients 64 --units 200 --buckets 2 --people-rate 400 --smoke</c>.</summary>
    public static FaultsOptions Read(Arguments arguments)
    {
        var isSmoke = arguments.Has("smoke");
        var options = new FaultsOptions(
            TimeSpan.FromSeconds(arguments.Number("seconds", isSmoke ? 60 : 600, 4, 36_000)),
            arguments.Number("seed", Random.Shared.Next(1, int.MaxValue), 1, int.MaxValue),
            arguments.Number("clients", isSmoke ? 24 : 64, 1, 1_000),
            arguments.Number("units", isSmoke ? 24 : 200, 3, 100_000),
            arguments.Number("buckets", 2, 1, 1_000),
            arguments.Number("people-rate", isSmoke ? 50 : 400, 1, 10_000),
            isSmoke ? 0.05 : 0.25
        );
        arguments.RefuseOthers();
        return options;
    }
}
