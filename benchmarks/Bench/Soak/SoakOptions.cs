using CeActors.Benchmarks.Output;

namespace CeActors.Benchmarks.Soak;

/// <summary>Settings of <c>soak</c>.</summary>
/// <param name="DeclarationCount">Declarations of the fixed set; no other is filed.</param>
/// <param name="DraftCount">How many of them are drafts that are edited; the others wait at their employers.</param>
/// <param name="MovesInThousand">How many of a thousand requests withdraw a declaration and submit it again: what that adds to its history is there to stay.</param>
/// <param name="ClientCount">Clients that send one request at a time each.</param>
/// <param name="LoadPercent">Share of what the system can do that it is asked for, 1 to 100.</param>
/// <param name="Ceiling">How long the system is driven as hard as it goes, to learn what it can do.</param>
/// <param name="WarmUp">At the load, before memory is looked at: what is remembered of each draft has its bound, and reaches it.</param>
/// <param name="Duration">Of the measuring.</param>
/// <param name="SampleEvery">Between two looks at memory.</param>
/// <param name="Seed">Of the choice of requests.</param>
/// <param name="JudgesGrowth">Whether growing memory fails the command; a few seconds cannot tell.</param>
public sealed record SoakOptions(
    int DeclarationCount,
    int DraftCount,
    int MovesInThousand,
    int ClientCount,
    int LoadPercent,
    TimeSpan Ceiling,
    TimeSpan WarmUp,
    TimeSpan Duration,
    TimeSpan SampleEvery,
    int Seed,
    bool JudgesGrowth
)
{
    /// <summary>Memory may grow by this share of itself in ten minutes: less is noise.</summary>
    public const double GrowthPercentMax = 2;

    /// <summary>
    /// <c>--declarations 20000 --drafts 500 --moves 2 --clients 32 --load 60 --ceiling 20 --warm-up 600 --duration 1800 --sample 10 --seed 1 --smoke</c>
    /// (times in seconds).
    /// </summary>
    public static SoakOptions Read(Arguments arguments)
    {
        var isSmoke = arguments.Has("smoke");
        var options = new SoakOptions(
            arguments.Number("declarations", isSmoke ? 60 : 20_000, 2, 1_000_000),
            arguments.Number("drafts", isSmoke ? 20 : 500, 1, 100_000),
            arguments.Number("moves", isSmoke ? 20 : 2, 0, 250),
            arguments.Number("clients", isSmoke ? 4 : 32, 1, 1_000),
            arguments.Number("load", 60, 1, 100),
            Seconds("ceiling", isSmoke ? 1 : 20),
            Seconds("warm-up", isSmoke ? 1 : 600),
            Seconds("duration", isSmoke ? 4 : 1_800),
            Seconds("sample", isSmoke ? 1 : 10),
            arguments.Number("seed", 1, 0, int.MaxValue),
            JudgesGrowth: !isSmoke
        );
        arguments.RefuseOthers();
        return options.DraftCount < options.DeclarationCount
            ? options
            : throw new BenchmarkException("--drafts must be fewer than --declarations.");

        TimeSpan Seconds(string name, int otherwise) =>
            TimeSpan.FromSeconds(arguments.Number(name, otherwise, 1, 100_000));
    }
}
