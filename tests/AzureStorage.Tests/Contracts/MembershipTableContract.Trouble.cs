using System.Net;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Contracts;

/// <summary>Contests, odd names, tables in many pages, and backends that are away.</summary>
public abstract partial class MembershipTableContract
{
    private static readonly Dictionary<string, Func<IMembershipTable, Task>> Operations = new()
    {
        ["initialize"] = table => table.InitializeMembershipTableAsync(true, default),
        ["read all"] = table => table.ReadAllAsync(default),
        ["read a silo"] = table => table.ReadRowAsync(Silo().SiloAddress, default),
        ["insert"] = table => table.InsertRowAsync(Silo(), Some, default),
        ["update"] = table => table.UpdateRowAsync(Silo(), "\"any\"", Some, default),
        ["heartbeat"] = table => table.UpdateIAmAliveAsync(Silo(), default),
        ["clean up"] = table => table.CleanupDefunctSiloEntriesAsync(Start, default),
        ["delete"] = table => table.DeleteMembershipTableEntriesAsync("cluster", default),
    };

    public static TheoryData<string> OperationNames => new(Operations.Keys);

    /// <summary>The table of another cluster in the same store, not initialized.</summary>
    protected abstract IMembershipTable TableOf(string clusterId);

    /// <summary>A table in a store that cannot be reached.</summary>
    protected abstract IMembershipTable UnreachableTable { get; }

    /// <summary><see cref="Table"/>, read a few rows at a time.</summary>
    protected abstract IMembershipTable PagedTable(int rowsPerPage, bool laterPagesFail = false);

    private static TableVersion Some => new(1, "W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"");

    [Fact]
    public async Task Of_parallel_inserts_of_one_silo_exactly_one_wins()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var next = (await Table.ReadAllAsync(default)).Version.Next();
        var silo = Silo();
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Table.InsertRowAsync(silo, next, default))
        );
        outcomes.Count(inserted => inserted).ShouldBe(1);
        var data = await Table.ReadAllAsync(default);
        data.Version.Version.ShouldBe(1);
        data.Members.ShouldHaveSingleItem().Item1.SiloAddress.ShouldBe(silo.SiloAddress);
    }

    [Fact]
    public async Task Of_parallel_inserts_of_different_silos_at_one_version_exactly_one_wins()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var next = (await Table.ReadAllAsync(default)).Version.Next();
        var silos = Enumerable.Range(0, 20).Select(_ => Silo()).ToArray();
        var outcomes = await Task.WhenAll(silos.Select(silo => Table.InsertRowAsync(silo, next, default)));
        var winner = silos.Zip(outcomes).Where(each => each.Second).ShouldHaveSingleItem().First;
        var data = await Table.ReadAllAsync(default);
        data.Version.Version.ShouldBe(1);
        data.Members.ShouldHaveSingleItem().Item1.SiloAddress.ShouldBe(winner.SiloAddress);
    }

    [Fact]
    public async Task Of_parallel_updates_at_one_version_exactly_one_wins_and_its_values_are_stored()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo();
        await InsertAsync(silo);
        for (var round = 0; round < 5; round++)
        {
            var read = await Table.ReadRowAsync(silo.SiloAddress, default);
            var outcomes = await Task.WhenAll(
                Enumerable
                    .Range(1, 8)
                    .Select(rival =>
                    {
                        var mine = Copy(silo);
                        mine.FaultZone = rival;
                        return Table.UpdateRowAsync(mine, read.Members[0].Item2, read.Version.Next(), default);
                    })
            );
            var winner = Enumerable.Range(1, 8).Where(rival => outcomes[rival - 1]).ShouldHaveSingleItem();
            var after = await Table.ReadRowAsync(silo.SiloAddress, default);
            after.Version.Version.ShouldBe(read.Version.Version + 1);
            after.Members[0].Item1.FaultZone.ShouldBe(winner);
        }
    }

    [Fact]
    public async Task Each_change_gives_the_version_another_etag_and_the_same_etag_never_works_twice()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo();
        var before = (await Table.ReadAllAsync(default)).Version;
        await InsertAsync(silo);
        var read = await Table.ReadRowAsync(silo.SiloAddress, default);
        read.Version.VersionEtag.ShouldNotBe(before.VersionEtag);
        var next = read.Version.Next();
        (await Table.UpdateRowAsync(silo, read.Members[0].Item2, next, default)).ShouldBeTrue();
        (await Table.UpdateRowAsync(silo, read.Members[0].Item2, next, default)).ShouldBeFalse();
        var after = await Table.ReadRowAsync(silo.SiloAddress, default);
        after.Version.VersionEtag.ShouldNotBe(read.Version.VersionEtag);
        after.Version.Version.ShouldBe(2);
        var unchanged = await Table.UpdateRowAsync(silo, after.Members[0].Item2, next, default);
        unchanged.ShouldBeFalse("the row's etag is right, the version is old");
        (await Table.ReadRowAsync(silo.SiloAddress, default)).Members[0].Item2.ShouldBe(after.Members[0].Item2);
    }

    [Theory]
    [InlineData("o'neill \"x\" %41 + & = ; | ~ !")]
    [InlineData("集群-📦")]
    public async Task A_cluster_id_of_odd_characters_names_a_cluster_of_its_own(string name)
    {
        var odd = TableOf(ClusterId + name);
        await odd.InitializeMembershipTableAsync(true, default);
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo();
        silo.SiloName = name + "/\\#?\u0001\t";
        silo.HostName = name;
        (await odd.InsertRowAsync(silo, (await odd.ReadAllAsync(default)).Version.Next(), default)).ShouldBeTrue();
        var (read, _) = (await odd.ReadRowAsync(silo.SiloAddress, default)).Members.ShouldHaveSingleItem();
        read.SiloName.ShouldBe(silo.SiloName);
        read.HostName.ShouldBe(name);
        (await Table.ReadAllAsync(default)).Members.ShouldBeEmpty();
        await odd.DeleteMembershipTableEntriesAsync(ClusterId + name, default);
        await Should.ThrowAsync<KeyNotFoundException>(() => odd.ReadAllAsync(default));
        (await Table.ReadAllAsync(default)).Version.Version.ShouldBe(0);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("::1")]
    [InlineData("fe80::1%3")]
    public async Task A_silo_is_found_whatever_form_its_address_has(string address)
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo(address: IPAddress.Parse(address));
        silo.AddSuspector(silo.SiloAddress, Start);
        (await InsertAsync(silo)).ShouldBeTrue();
        silo.IAmAliveTime = Start.AddMinutes(3);
        await Table.UpdateIAmAliveAsync(silo, default);
        var row = await Table.ReadRowAsync(silo.SiloAddress, default);
        row.Members.ShouldHaveSingleItem().Item1.ToFullString().ShouldBe(silo.ToFullString());
        row.Members[0].Item1.IAmAliveTime.ShouldBe(Start.AddMinutes(3));
    }

    [Fact]
    public async Task A_table_of_many_pages_is_read_as_a_whole()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silos = Enumerable.Range(0, 9).Select(_ => Silo()).ToArray();
        foreach (var silo in silos)
        {
            (await InsertAsync(silo)).ShouldBeTrue();
        }

        foreach (var rowsPerPage in (int[])[1, 2, 5])
        {
            var data = await PagedTable(rowsPerPage).ReadAllAsync(default);
            data.Version.Version.ShouldBe(9);
            data.Members.Count.ShouldBe(9);
            var row = await PagedTable(rowsPerPage).ReadRowAsync(silos[4].SiloAddress, default);
            row.Members.ShouldHaveSingleItem().Item1.SiloAddress.ShouldBe(silos[4].SiloAddress);
        }
    }

    [Fact]
    public async Task A_read_whose_later_page_is_lost_is_an_error_and_never_a_part_of_the_table()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo();
        await InsertAsync(silo);
        var torn = PagedTable(1, laterPagesFail: true);
        await FailsAsync(() => torn.ReadAllAsync(default));
        await FailsAsync(() => torn.ReadRowAsync(silo.SiloAddress, default));
        await FailsAsync(() => torn.CleanupDefunctSiloEntriesAsync(Start.AddYears(1), default));
    }

    [Fact]
    public async Task A_read_in_pages_beside_changes_is_of_one_instant()
    {
        const int changes = 40;
        await Table.InitializeMembershipTableAsync(true, default);
        var silos = Enumerable.Range(0, 6).Select(_ => Silo()).ToArray();
        foreach (var silo in silos)
        {
            await InsertAsync(silo);
        }

        var writing = WriteAsync();
        var (whole, refused) = (0, 0);
        do
        {
            try
            {
                var data = await PagedTable(2).ReadAllAsync(default);
                data.Members.Count.ShouldBe(silos.Length);
                var newest = data.Members.Max(member => member.Item1.FaultZone);
                // Each change writes its version into one silo; the first six were insertions.
                newest.ShouldBe(data.Version.Version == silos.Length ? 0 : data.Version.Version);
                whole++;
            }
            catch (InconsistentStateException)
            {
                refused++; // it changed during every try; said, not guessed
            }
        } while (!writing.IsCompleted);

        await writing;
        (whole + refused).ShouldBeGreaterThan(0);
        (await PagedTable(2).ReadAllAsync(default)).Version.Version.ShouldBe(silos.Length + changes);

        async Task WriteAsync()
        {
            for (var change = 0; change < changes; change++)
            {
                var silo = silos[change % silos.Length];
                var read = await Table.ReadRowAsync(silo.SiloAddress, default);
                silo.FaultZone = read.Version.Version + 1;
                (await Table.UpdateRowAsync(silo, read.Members[0].Item2, read.Version.Next(), default)).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public Task A_store_that_cannot_be_reached_is_an_error_and_never_an_empty_table(string operation) =>
        FailsAsync(() => Operations[operation](UnreachableTable));

    /// <summary>The failure says that the store is away, not that something is missing or was changed by another.</summary>
    protected static async Task FailsAsync(Func<Task> operation)
    {
        var failure = await Should.ThrowAsync<Exception>(operation);
        failure.ShouldNotBeOfType<KeyNotFoundException>();
        failure.ShouldNotBeOfType<InconsistentStateException>();
    }

    private static MembershipEntry Copy(MembershipEntry silo) =>
        new()
        {
            SiloAddress = silo.SiloAddress,
            HostName = silo.HostName,
            SiloName = silo.SiloName,
            Status = silo.Status,
            ProxyPort = silo.ProxyPort,
            StartTime = silo.StartTime,
            IAmAliveTime = silo.IAmAliveTime,
        };
}
