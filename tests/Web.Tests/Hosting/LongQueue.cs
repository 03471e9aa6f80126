using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Queue;
using CeActors.Local;
using CeActors.Local.Demo;

namespace CeActors.Web.Tests.Hosting;

/// <summary>An agency with 10,000 declarations to handle, whose rows are written as <c>./bench queue</c> writes them.</summary>
public static class LongQueue
{
    /// <summary>How many wait there.</summary>
    public const int Length = 10_000;

    private const int BucketCount = 2;
    private const int EmployerCount = 64;

    /// <summary>
    /// Writes the rows and then registers the agency: it reads them when it first wakes.
    /// </summary>
    public static async Task LoadAsync(WebStage stage)
    {
        var agency = stage.Town.BusyAgency;
        await QueueLoader.LoadAsync(
            stage.StorageConnection,
            new Province(EmployerCount, hasOneAgency: true),
            agency.Code,
            Length,
            BucketCount,
            CancellationToken.None
        );
        await stage.Town.RegisterAsync(agency);
        var player = Player.Of(agency, stage.Accounts);
        await new Stage(new Announcer(TextWriter.Null), TimeProvider.System).UntilAsync(
            $"{agency.Code} has read its {Length} rows",
            async () =>
            {
                var page = (
                    await player.Client.GetAsync($"{player.UnitPath}/queue", CancellationToken.None)
                ).Required();
                return page["isLoading"]!.GetValue<bool>() || page.Number("totalCount") != Length ? null : page;
            },
            CancellationToken.None
        );
    }
}
