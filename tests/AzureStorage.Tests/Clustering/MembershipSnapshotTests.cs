using Azure.Data.Tables;
using CeActors.AzureStorage.Clustering;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Clustering;

/// <summary>A read in several pages, scripted: Azurite gives small tables in one.</summary>
public sealed class MembershipSnapshotTests
{
    private int _reads;

    [Fact]
    public async Task A_torn_read_is_made_again()
    {
        var rows = await SnapshotOf(Rows(1, 2, 2), Rows(2, 2, 3), Rows(3, 3, 3)).ReadAsync(default);
        _reads.ShouldBe(3);
        SiloRow.VersionOf(MembershipSnapshot.VersionRowOf(rows)).ShouldBe(3);
    }

    [Fact]
    public async Task A_marker_that_is_missing_beside_the_other_is_a_torn_read()
    {
        await SnapshotOf(Rows(1, 1, null), Rows(null, 1, 1), Rows(1, 1, 1)).ReadAsync(default);
        _reads.ShouldBe(3);
    }

    [Fact]
    public async Task Older_silos_that_move_the_version_alone_are_believed()
    {
        await SnapshotOf(Rows(3, 5, 3)).ReadAsync(default);
        _reads.ShouldBe(1);
    }

    [Fact]
    public async Task A_table_that_changes_during_every_read_is_given_up_after_the_bound()
    {
        await Should.ThrowAsync<InconsistentStateException>(() => SnapshotOf(Rows(1, 2, 2)).ReadAsync(default));
        _reads.ShouldBe(MembershipSnapshot.AttemptsMax);
    }

    [Fact]
    public async Task Two_version_rows_are_an_error()
    {
        var twice = Rows(1, 1, 1).Append(SiloRow.OfVersion("c", 1)).ToList();
        await Should.ThrowAsync<KeyNotFoundException>(() => SnapshotOf(twice).ReadAsync(default));
    }

    private MembershipSnapshot SnapshotOf(params List<TableEntity>[] reads) =>
        new(_ => Task.FromResult(reads[Math.Min(_reads++, reads.Length - 1)]));

    private static List<TableEntity> Rows(int? first, int version, int? last)
    {
        List<TableEntity> rows = [SiloRow.OfVersion("c", version)];
        if (first is { } before)
        {
            rows.Insert(0, SiloRow.OfMarker("c", SiloRow.FirstKey, before));
        }

        if (last is { } after)
        {
            rows.Add(SiloRow.OfMarker("c", SiloRow.LastKey, after));
        }

        return rows;
    }
}
