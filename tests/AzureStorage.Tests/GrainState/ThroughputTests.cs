using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using CeActors.Testing;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>
/// How many rows a second pass through the provider, beside the ceiling of full transactions sent one after another to
/// the same Azurite. The figures are printed and not asserted; <c>CEACTORS_STORAGE_CHANGES</c> makes the run longer.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class ThroughputTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int Writers = 200;
    private static readonly int Changes = int.Parse(
        Environment.GetEnvironmentVariable("CEACTORS_STORAGE_CHANGES") ?? "2000",
        CultureInfo.InvariantCulture
    );

    [Theory]
    [InlineData(2, 2)]
    [InlineData(64, 4)]
    public async Task Rows_pass_through_the_provider(int buckets, int concurrentGroups)
    {
        await using var rig = await StorageRig.StartAsync(
            azurite,
            options =>
            {
                options.BucketCount = buckets;
                options.ConcurrentGroups = concurrentGroups;
            }
        );
        var before = Cpu();
        var azuriteBefore = azurite.Azurite.ProcessorTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(rig, writer)));
        var seconds = watch.Elapsed.TotalSeconds;
        var cpu = Cpu() - before;
        var azuriteCpu = azurite.Azurite.ProcessorTime - azuriteBefore;
        var figures = rig.Statistics.Snapshot();
        figures.ChangesWritten.ShouldBe(Changes / Writers * Writers * 3);
        output.WriteLine(
            $"{buckets} buckets: {figures.RowsWritten / seconds:F0} rows/s, {figures.ChangesWritten / seconds:F0} changes/s, "
                + $"{(double)figures.RowsWritten / figures.WriteRequests:F1} rows a transaction, "
                + $"{cpu.TotalMicroseconds / figures.RowsWritten:F0} us of client CPU a row, "
                + $"{azuriteCpu.TotalMicroseconds / figures.RowsWritten:F0} us of Azurite's"
        );
        (await rig.RowsAsync("w|")).Count.ShouldBe(Changes / Writers * Writers);
    }

    [Fact]
    public async Task The_ceiling_of_full_transactions()
    {
        var table = azurite.Tables.GetTableClient(AzuriteFixture.UniqueName("Ceiling"));
        await table.CreateAsync();
        var document = new byte[900];
        var before = Cpu();
        var azuriteBefore = azurite.Azurite.ProcessorTime;
        var watch = Stopwatch.StartNew();
        var transactions = Math.Max(10, Changes * 6 / 100 / 2);
        for (var transaction = 0; transaction < transactions; transaction++)
        {
            var rows = Enumerable
                .Range(0, GroupCommitLimits.GroupRowsMax)
                .Select(row => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    new TableEntity("b000", $"{transaction:D6}-{row:D3}") { ["D0"] = document }
                ));
            await table.SubmitTransactionAsync(rows);
        }

        var count = transactions * GroupCommitLimits.GroupRowsMax;
        output.WriteLine(
            $"ceiling: {count / watch.Elapsed.TotalSeconds:F0} rows/s, "
                + $"{(Cpu() - before).TotalMicroseconds / count:F0} us of client CPU a row, "
                + $"{(azurite.Azurite.ProcessorTime - azuriteBefore).TotalMicroseconds / count:F0} us of Azurite's"
        );
    }

    // An insert with a row, a move of the row, and an update that leaves it: two, three and one row.
    private static async Task WriteAsync(StorageRig rig, int writer)
    {
        for (var change = 0; change < Changes / Writers; change++)
        {
            var id = $"{writer:D3}-{change:D6}";
            var grain = GrainId.Create("declaration", id);
            var note = Note.With($"w|A|{id}");
            note.Text = new string('x', 800);
            var state = new GrainState<Note>(note);
            await rig.Storage.WriteStateAsync("note", grain, state);
            note.Rows = Note.With($"w|B|{id}").Rows;
            await rig.Storage.WriteStateAsync("note", grain, state);
            note.Number++;
            await rig.Storage.WriteStateAsync("note", grain, state);
        }
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
}
