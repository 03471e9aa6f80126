using System.Net;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Contracts;

/// <summary>What every membership table must do.</summary>
public abstract partial class MembershipTableContract
{
    protected static readonly DateTime Start = new(2026, 3, 1, 8, 30, 15, 123, DateTimeKind.Utc);
    private static int _generation;

    /// <summary>A table of a cluster of its own, not initialized.</summary>
    protected abstract IMembershipTable Table { get; }

    /// <summary>The cluster of <see cref="Table"/>.</summary>
    protected abstract string ClusterId { get; }

    [Fact]
    public async Task An_empty_table_has_version_zero_with_an_etag()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var data = await Table.ReadAllAsync(default);
        data.Members.ShouldBeEmpty();
        data.Version.Version.ShouldBe(0);
        data.Version.VersionEtag.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Initializing_again_and_by_many_at_once_changes_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Table.InitializeMembershipTableAsync(true, default)));
        await InsertAsync(Silo());
        await Table.InitializeMembershipTableAsync(true, default);
        (await Table.ReadAllAsync(default)).Version.Version.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_inserted_is_read_column_by_column()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo();
        silo.RoleName = "role";
        silo.UpdateZone = 3;
        silo.FaultZone = 4;
        silo.AddSuspector(Silo().SiloAddress, Start.AddSeconds(1));
        silo.AddSuspector(Silo().SiloAddress, Start.AddSeconds(2));
        (await InsertAsync(silo)).ShouldBeTrue();

        var row = await Table.ReadRowAsync(silo.SiloAddress, default);
        row.Version.Version.ShouldBe(1);
        var (read, etag) = row.Members.ShouldHaveSingleItem();
        etag.ShouldNotBeNullOrEmpty();
        read.ToFullString().ShouldBe(silo.ToFullString());
    }

    [Fact]
    public async Task An_old_version_or_a_row_that_is_there_is_refused()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var before = (await Table.ReadAllAsync(default)).Version;
        var silo = Silo();
        (await Table.InsertRowAsync(silo, before.Next(), default)).ShouldBeTrue();
        (await Table.InsertRowAsync(Silo(), before.Next(), default)).ShouldBeFalse();
        var now = (await Table.ReadAllAsync(default)).Version;
        (await Table.InsertRowAsync(silo, now.Next(), default)).ShouldBeFalse();
        var data = await Table.ReadAllAsync(default);
        data.Members.Count.ShouldBe(1);
        data.Version.ShouldBe(now);
    }

    [Fact]
    public async Task Reading_all_gives_each_silo_once_with_the_version()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silos = Enumerable.Range(0, 10).Select(_ => Silo()).ToArray();
        foreach (var silo in silos)
        {
            (await InsertAsync(silo)).ShouldBeTrue();
        }

        var data = await Table.ReadAllAsync(default);
        data.Version.Version.ShouldBe(10);
        data.Members.Select(member => member.Item1.SiloAddress)
            .ShouldBe(silos.Select(silo => silo.SiloAddress), ignoreOrder: true);
    }

    [Fact]
    public async Task An_update_with_a_stale_version_is_refused_and_the_row_is_unchanged()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo();
        await InsertAsync(silo);
        var stale = await Table.ReadAllAsync(default);
        await InsertAsync(Silo());
        silo.Status = SiloStatus.Dead;
        var etag = stale.TryGet(silo.SiloAddress)!.Item2;
        (await Table.UpdateRowAsync(silo, etag, stale.Version.Next(), default)).ShouldBeFalse();
        var row = await Table.ReadRowAsync(silo.SiloAddress, default);
        row.Members[0].Item1.Status.ShouldBe(SiloStatus.Active);
        row.Version.Version.ShouldBe(2);
    }

    [Fact]
    public async Task An_update_of_a_silo_that_is_not_there_is_refused()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var version = (await Table.ReadAllAsync(default)).Version;
        (await Table.UpdateRowAsync(Silo(), "\"any\"", version.Next(), default)).ShouldBeFalse();
        (await Table.ReadAllAsync(default)).Version.ShouldBe(version);
    }

    [Fact]
    public async Task An_update_read_before_a_heartbeat_is_accepted()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo();
        await InsertAsync(silo);
        var read = await Table.ReadRowAsync(silo.SiloAddress, default);
        silo.IAmAliveTime = Start.AddMinutes(1);
        await Table.UpdateIAmAliveAsync(silo, default);
        silo.Status = SiloStatus.ShuttingDown;
        (await Table.UpdateRowAsync(silo, read.Members[0].Item2, read.Version.Next(), default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_parallel_updates_each_version_has_one_winner()
    {
        const int winners = 20;
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo();
        await InsertAsync(silo);
        await Task.WhenAll(
            Enumerable
                .Range(0, winners)
                .Select(async _ =>
                {
                    while (true)
                    {
                        var data = await Table.ReadRowAsync(silo.SiloAddress, default);
                        var (entry, etag) = data.Members[0];
                        if (await Table.UpdateRowAsync(entry, etag, data.Version.Next(), default))
                        {
                            return;
                        }
                    }
                })
        );
        (await Table.ReadAllAsync(default)).Version.Version.ShouldBe(winners + 1);
    }

    [Fact]
    public async Task A_heartbeat_changes_its_time_alone_and_not_the_version()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo();
        await InsertAsync(silo);
        var before = (await Table.ReadAllAsync(default)).Version;
        var heartbeat = new MembershipEntry
        {
            SiloAddress = silo.SiloAddress,
            IAmAliveTime = Start.AddMinutes(5),
            Status = SiloStatus.Dead,
        };
        await Table.UpdateIAmAliveAsync(heartbeat, default);
        var data = await Table.ReadAllAsync(default);
        data.Version.ShouldBe(before);
        data.Members[0].Item1.IAmAliveTime.ShouldBe(Start.AddMinutes(5));
        data.Members[0].Item1.Status.ShouldBe(SiloStatus.Active);
        data.Members[0].Item1.HostName.ShouldBe("host");
    }

    [Fact]
    public async Task Cleaning_up_deletes_the_dead_whose_last_sign_is_old_and_nobody_else()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var cutoff = Start.AddHours(1);
        var oldDead = Silo(SiloStatus.Dead);
        var oldActive = Silo();
        var oldJoining = Silo(SiloStatus.Joining);
        var recentDead = Silo(SiloStatus.Dead);
        recentDead.IAmAliveTime = cutoff;
        var recentlySuspected = Silo(SiloStatus.Dead);
        recentlySuspected.AddSuspector(oldActive.SiloAddress, cutoff.AddSeconds(1));
        MembershipEntry[] kept = [oldActive, oldJoining, recentDead, recentlySuspected];
        foreach (var silo in kept.Append(oldDead))
        {
            (await InsertAsync(silo)).ShouldBeTrue();
        }

        await Table.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(cutoff), default);
        var data = await Table.ReadAllAsync(default);
        data.Members.Select(member => member.Item1.SiloAddress)
            .ShouldBe(kept.Select(silo => silo.SiloAddress), ignoreOrder: true);
        data.Version.Version.ShouldBe(5);
    }

    [Fact]
    public async Task Deleting_a_cluster_leaves_no_version()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        await InsertAsync(Silo());
        await Table.DeleteMembershipTableEntriesAsync(ClusterId, default);
        await Should.ThrowAsync<KeyNotFoundException>(() => Table.ReadAllAsync(default));
    }

    protected async Task<bool> InsertAsync(MembershipEntry silo) =>
        await Table.InsertRowAsync(silo, (await Table.ReadAllAsync(default)).Version.Next(), default);

    protected static MembershipEntry Silo(
        SiloStatus status = SiloStatus.Active,
        int gatewayPort = 30_001,
        IPAddress? address = null
    )
    {
        var generation = Interlocked.Increment(ref _generation);
        return new MembershipEntry
        {
            SiloAddress = SiloAddress.New(address ?? IPAddress.Loopback, 11_111 + generation % 100, generation),
            HostName = "host",
            SiloName = $"silo{generation}",
            Status = status,
            ProxyPort = gatewayPort,
            StartTime = Start,
            IAmAliveTime = Start.AddSeconds(7),
        };
    }
}
