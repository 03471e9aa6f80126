using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;

namespace CeActors.Benchmarks.Flows;

/// <summary>How our storage is laid out and how the load is spread in one column of the figures.</summary>
/// <param name="Name">What options and tables call it.</param>
/// <param name="BucketCount">Buckets of our state storage.</param>
/// <param name="HasOneAgency">All declarations end at one agency.</param>
public sealed record FlowsVariant(string Name, int BucketCount, bool HasOneAgency)
{
    /// <summary>Two buckets as on one machine, 64 as in a province, and two with one hot agency.</summary>
    public static readonly IReadOnlyList<FlowsVariant> All =
    [
        new("2-buckets", 2, HasOneAgency: false),
        new("64-buckets", 64, HasOneAgency: false),
        new("hot-agency", 2, HasOneAgency: true),
    ];
}

/// <summary>Settings of <c>flows</c>.</summary>
/// <param name="Shape">Clients and times.</param>
/// <param name="RunCount">Runs of each; figures are medians.</param>
/// <param name="UnitCount">Units in the province.</param>
/// <param name="FirstRate">Flows a second for which people are registered until a rate has been seen.</param>
/// <param name="Variants">Which columns.</param>
/// <param name="MeasuresOurs">Run our system.</param>
/// <param name="MeasuresPeer">Run the peer.</param>
/// <param name="CeilingTime">How long each of Azurite's ceilings is measured; zero leaves them out.</param>
public sealed record FlowsOptions(
    LoadShape Shape,
    int RunCount,
    int UnitCount,
    int FirstRate,
    IReadOnlyList<FlowsVariant> Variants,
    bool MeasuresOurs,
    bool MeasuresPeer,
    TimeSpan CeilingTime
)
{
    /// <summary>
    /// <c>--clients 64 --warm-up 8 --duration 20 --runs 5 --units 200 --people-rate 500 --variants 2-buckets,64-buckets,hot-agency
    /// --no-peer --no-ours --ceiling 4 --smoke</c> (times in seconds).
    /// </summary>
    public static FlowsOptions Read(Arguments arguments)
    {
        var isSmoke = arguments.Has("smoke");
        var names = FlowsVariant.All.Select(variant => variant.Name).ToArray();
        var chosen = arguments.Words("variants", names, isSmoke ? [names[0]] : names);
        var options = new FlowsOptions(
            new LoadShape(
                arguments.Number("clients", isSmoke ? 4 : 64, 1, 1_000),
                TimeSpan.FromSeconds(arguments.Number("warm-up", isSmoke ? 1 : 8, 1, 600)),
                TimeSpan.FromSeconds(arguments.Number("duration", isSmoke ? 2 : 20, 1, 3_600))
            ),
            arguments.Number("runs", isSmoke ? 1 : 5, 1, 99),
            arguments.Number("units", isSmoke ? 9 : 200, 3, 100_000),
            arguments.Number("people-rate", isSmoke ? 100 : 500, 1, 10_000),
            [.. FlowsVariant.All.Where(variant => chosen.Contains(variant.Name))],
            !arguments.Has("no-ours"),
            !arguments.Has("no-peer"),
            TimeSpan.FromSeconds(arguments.Number("ceiling", isSmoke ? 0 : 4, 0, 60))
        );
        arguments.RefuseOthers();
        return options;
    }
}
