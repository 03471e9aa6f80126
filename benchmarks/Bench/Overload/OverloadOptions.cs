using CeActors.Benchmarks.Output;

namespace CeActors.Benchmarks.Overload;

/// <summary>Settings of <c>overload</c>.</summary>
/// <param name="Times">How many times the capacity is sent in the burst.</param>
/// <param name="WarmUp">Before the capacity is measured.</param>
/// <param name="Ceiling">Measuring of the capacity, before and after the burst.</param>
/// <param name="Steady">Half of the capacity, before the burst and after it.</param>
/// <param name="Burst">The burst.</param>
/// <param name="ClientCount">Clients of the measuring of the capacity.</param>
/// <param name="WireCount">Connections; a request of the burst that finds none idle cannot be sent.</param>
/// <param name="UnitCount">Units in the province.</param>
/// <param name="DraftCount">Drafts that are saved, each by a person of their own.</param>
/// <param name="FirstRate">Requests a second for which people are registered before the capacity is known.</param>
/// <param name="Seed">Of the order in which kinds are sent.</param>
/// <param name="IsSmoke">Small and short: what is promised is checked, how fast it is is not.</param>
public sealed record OverloadOptions(
    int Times,
    TimeSpan WarmUp,
    TimeSpan Ceiling,
    TimeSpan Steady,
    TimeSpan Burst,
    int ClientCount,
    int WireCount,
    int UnitCount,
    int DraftCount,
    int FirstRate,
    int Seed,
    bool IsSmoke
)
{
    // A cold system on a busy machine may do three times as much a moment later; it must be too much all the same.
    private const int SmokeTimes = 15;

    /// <summary>
    /// <c>--times 4 --warm-up 10 --ceiling 10 --steady 10 --burst 60 --clients 64 --connections 1024 --units 200 --drafts 2000
    /// --rate 2500 --seed S --smoke</c> (times in seconds).
    /// </summary>
    public static OverloadOptions Read(Arguments arguments)
    {
        var isSmoke = arguments.Has("smoke");
        var options = new OverloadOptions(
            arguments.Number("times", isSmoke ? SmokeTimes : 4, 1, 50),
            Seconds(arguments, "warm-up", isSmoke ? 3 : 10),
            Seconds(arguments, "ceiling", isSmoke ? 2 : 10),
            Seconds(arguments, "steady", isSmoke ? 3 : 10),
            Seconds(arguments, "burst", isSmoke ? 4 : 60),
            arguments.Number("clients", isSmoke ? 32 : 64, 1, 1_000),
            arguments.Number("connections", isSmoke ? 600 : 1_024, 10, 8_000),
            arguments.Number("units", isSmoke ? 12 : 200, 3, 100_000),
            arguments.Number("drafts", isSmoke ? 100 : 2_000, 10, 100_000),
            arguments.Number("rate", isSmoke ? 600 : 2_500, 10, 100_000),
            arguments.Number("seed", Random.Shared.Next(1, int.MaxValue), 1, int.MaxValue),
            isSmoke
        );
        arguments.RefuseOthers();
        return options;
    }

    private static TimeSpan Seconds(Arguments arguments, string name, int usual) =>
        TimeSpan.FromSeconds(arguments.Number(name, usual, 1, 3_600));
}
