using System.Text.Json;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Systems;

namespace CeActors.Benchmarks.Races;

/// <summary>
/// Many who want the same at the same moment: reviewers of one declaration, of whom one wins and the others learn who did; and impatient
/// double clicks, of which one declaration comes and all get the same answer. Over HTTP, on real processes.
/// </summary>
public static class RacesCommand
{
    private const int UnitCount = 3;
    private const int RegisteringClients = 16;
    private const int SayEvery = 50;

    /// <summary>
    /// <c>--reviewers 50 --races 1000 --copies 32 --filings 500</c>; 0 when every race ended as it must.
    /// </summary>
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var reviewerCount = arguments.Number("reviewers", 50, 2, 150);
        var raceCount = arguments.Number("races", 1_000, 1, 100_000);
        var copyCount = arguments.Number("copies", 32, 2, 500);
        var filingCount = arguments.Number("filings", 500, 1, 100_000);
        arguments.RefuseOthers();

        var province = new Province(UnitCount, hasOneAgency: true);
        await using var system = await CeActorsSystem.StartAsync(bucketCount: 2, cancellationToken);
        IReadOnlyList<LoadActor> reviewers;
        using (var registration = new Registration(system, RegisteringClients))
        {
            await registration.AddUnitsAsync(province, cancellationToken);
            reviewers = await registration.AddReviewersAsync(
                province.ChainOf(0).Employer,
                reviewerCount,
                cancellationToken
            );
            await registration.AddPeopleAsync(province, raceCount + filingCount, cancellationToken);
        }

        using var client = new RaceClient(system, province.ChainOf(0), Math.Max(reviewerCount, copyCount));
        var figures = new RaceFigures();
        Progress.Say($"{raceCount} races of {reviewerCount} reviewers");
        for (var race = 0; race < raceCount; race++)
        {
            await client.DecideAsync(system.People[race], reviewers, figures, cancellationToken);
            Say("races", race + 1);
        }

        Progress.Say($"{filingCount} filings, each sent {copyCount} times");
        for (var filing = 0; filing < filingCount; filing++)
        {
            await client.FileAsync(system.People[raceCount + filing], copyCount, figures, cancellationToken);
            Say("filings", filing + 1);
        }

        Print(figures);
        return figures.IsAsPromised(raceCount, filingCount) ? 0 : 1;
    }

    private static void Say(string what, int done)
    {
        if (done % SayEvery == 0)
        {
            Progress.Say($"{done} {what}");
        }
    }

    private static void Print(RaceFigures figures)
    {
        Console.WriteLine();
        var table = new TextTable("", "races", "as promised", "p50 ms", "p99 ms");
        table.Add(
            "many reviewers, one declaration",
            figures.Decisions,
            figures.WonOnce,
            figures.DecisionTimes.Percentile(50),
            figures.DecisionTimes.Percentile(99)
        );
        table.Add(
            "many copies of one filing",
            figures.Filings,
            figures.FiledOnce,
            figures.FilingTimes.Percentile(50),
            figures.FilingTimes.Percentile(99)
        );
        table.Print();
        foreach (var (what, count) in figures.Broken)
        {
            Console.WriteLine($"  broken: {what} ({count})");
        }

        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    Races = figures.Decisions,
                    figures.WonOnce,
                    figures.LosersTold,
                    figures.Filings,
                    figures.FiledOnce,
                    figures.EqualAnswers,
                    figures.OtherBodiesRefused,
                    figures.Repeated,
                    BrokenCount = figures.Broken.Values.Sum(),
                    RaceP50 = figures.DecisionTimes.Percentile(50),
                    RaceP99 = figures.DecisionTimes.Percentile(99),
                    FilingP50 = figures.FilingTimes.Percentile(50),
                    FilingP99 = figures.FilingTimes.Percentile(99),
                },
                JsonSerializerOptions.Web
            )
        );
    }
}
