using System.Globalization;
using System.Net;
using Azure.Data.Tables;
using CeActors.AzureStorage.Clustering;
using CeActors.AzureStorage.Tests.Backends;
using CeActors.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Clustering;

/// <summary>
/// The official provider's table, column by column: what ours writes is what that one reads, and what that one writes is
/// read here. Rows are written and read raw, by names and formats that stand in this file alone.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class OfficialSiloRowsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string DateFormat = "yyyy-MM-dd HH:mm:ss.fff 'GMT'";
    private static readonly DateTime Start = new(2026, 3, 1, 8, 30, 15, 123, DateTimeKind.Utc);
    private readonly string _cluster = AzuriteFixture.UniqueName("cluster");

    private TableClient Rows => azurite.Tables.GetTableClient("OrleansSiloInstances");

    private MembershipTable Table =>
        new(
            Options.Create(new AzureTableClusteringOptions { Client = azurite.Tables }),
            Options.Create(new ClusterOptions { ClusterId = _cluster }),
            NullLogger<MembershipTable>.Instance
        );

    private GatewayList Gateways =>
        new(
            Options.Create(new AzureTableClusteringOptions { Client = azurite.Tables }),
            Options.Create(new ClusterOptions { ClusterId = _cluster }),
            Options.Create(new GatewayOptions()),
            NullLogger<GatewayList>.Instance
        );

    public Task InitializeAsync() => Gateways.InitializeGatewayListProviderAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_new_table_has_its_version_and_two_markers_at_zero_and_nothing_else()
    {
        await Table.InitializeMembershipTableAsync(false, default);
        (await AllAsync()).ShouldBeEmpty("nobody asked for a version");
        await Table.InitializeMembershipTableAsync(true, default);
        var rows = await AllAsync();
        rows.Select(row => row.RowKey).ShouldBe(["!Start", "VersionRow", "~End"]);
        await VersionIsAsync(0);
    }

    [Fact]
    public async Task A_silo_is_stored_in_these_columns_all_of_them_text()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo("10.1.2.3", 11_111, 396_000_001);
        silo.RoleName = "role";
        silo.UpdateZone = 2;
        silo.FaultZone = 3;
        silo.AddSuspector(SiloAddress.New(IPAddress.Parse("10.1.2.4"), 11_112, 7), Start.AddSeconds(1));
        silo.AddSuspector(SiloAddress.New(IPAddress.IPv6Loopback, 11_113, 8), Start.AddSeconds(2));
        await InsertAsync(silo);
        Backend
            .ColumnsOf(await RowAsync("10.1.2.3-11111-396000001"))
            .ShouldBe(
                new Dictionary<string, object?>
                {
                    ["DeploymentId"] = _cluster,
                    ["Address"] = "10.1.2.3",
                    ["Port"] = "11111",
                    ["Generation"] = "396000001",
                    ["HostName"] = "host",
                    ["Status"] = "Active",
                    ["ProxyPort"] = "30001",
                    ["RoleName"] = "role",
                    ["SiloName"] = "Silo_1",
                    ["InstanceName"] = "Silo_1",
                    ["UpdateZone"] = "2",
                    ["FaultZone"] = "3",
                    ["StartTime"] = "2026-03-01 08:30:15.123 GMT",
                    ["IAmAliveTime"] = "2026-03-01 08:30:22.123 GMT",
                    ["SuspectingSilos"] = "10.1.2.4:11112@7|::1:11113@8",
                    ["SuspectingTimes"] = "2026-03-01 08:30:16.123 GMT|2026-03-01 08:30:17.123 GMT",
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task What_a_silo_has_not_is_absent_or_empty_as_the_official_provider_leaves_it()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        await InsertAsync(Silo("127.0.0.1", 11_111, 1));
        var columns = Backend.ColumnsOf(await RowAsync("127.0.0.1-11111-1"));
        columns.ShouldNotContainKey("RoleName");
        columns.ShouldNotContainKey("MembershipVersion");
        columns["SuspectingSilos"].ShouldBe("");
        columns["SuspectingTimes"].ShouldBe("");
        columns["UpdateZone"].ShouldBe("0");
        columns.Values.ShouldAllBe(value => value is string);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    public async Task The_key_of_a_silo_is_taken_apart_at_its_first_and_last_hyphen(string address)
    {
        await Table.InitializeMembershipTableAsync(true, default);
        await InsertAsync(Silo(address, 11_111, 42));
        var key = (await AllAsync())
            .Select(row => row.RowKey)
            .Single(key => key.EndsWith("-42", StringComparison.Ordinal));
        IPAddress.Parse(key[..key.IndexOf('-')]).ShouldBe(IPAddress.Parse(address));
        key[(key.IndexOf('-') + 1)..key.LastIndexOf('-')].ShouldBe("11111");
        string.CompareOrdinal("!Start", key).ShouldBeLessThan(0);
        string.CompareOrdinal(key, "~End").ShouldBeLessThan(0, "the markers stand around all silos");
    }

    [Fact]
    public async Task Each_change_moves_the_version_and_both_markers_and_a_heartbeat_none_of_them()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo("127.0.0.1", 11_111, 1);
        await InsertAsync(silo);
        await VersionIsAsync(1);
        silo.Status = SiloStatus.Dead;
        var read = await Table.ReadRowAsync(silo.SiloAddress, default);
        (await Table.UpdateRowAsync(silo, read.Members[0].Item2, read.Version.Next(), default)).ShouldBeTrue();
        await VersionIsAsync(2);
        var version = (await RowAsync("VersionRow")).ETag;
        (await Table.ReadAllAsync(default)).Version.VersionEtag.ShouldBe(version.ToString());

        var before = Backend.ColumnsOf(await RowAsync("127.0.0.1-11111-1"));
        silo.IAmAliveTime = Start.AddHours(1);
        silo.HostName = "another"; // a heartbeat carries more than it may write
        await Table.UpdateIAmAliveAsync(silo, default);
        before["IAmAliveTime"] = "2026-03-01 09:30:15.123 GMT";
        Backend.ColumnsOf(await RowAsync("127.0.0.1-11111-1")).ShouldBe(before, ignoreOrder: true);
        (await RowAsync("VersionRow")).ETag.ShouldBe(version);

        await Table.CleanupDefunctSiloEntriesAsync(Start.AddDays(1), default);
        (await AllAsync()).Count.ShouldBe(3);
        await VersionIsAsync(2);
    }

    [Fact]
    public async Task Rows_that_the_official_provider_wrote_are_read()
    {
        await Backend.AddAsync(Rows, OfficialTable(version: 17));
        var data = await Table.ReadAllAsync(default);
        data.Version.Version.ShouldBe(17);
        data.Version.VersionEtag.ShouldBe((await RowAsync("VersionRow")).ETag.ToString());
        data.Members.Count.ShouldBe(3);

        var active = data.Members.Single(each => each.Item1.Status == SiloStatus.Active).Item1;
        active.SiloAddress.ShouldBe(SiloAddress.New(IPAddress.Parse("10.0.0.1"), 11_111, 100));
        (active.HostName, active.SiloName, active.RoleName).ShouldBe(("vm-1", "Silo_1", null));
        (active.ProxyPort, active.UpdateZone, active.FaultZone).ShouldBe((30_000, 0, 0));
        active.StartTime.ShouldBe(Start);
        active.StartTime.Kind.ShouldBe(DateTimeKind.Utc);
        active.IAmAliveTime.ShouldBe(Start.AddMinutes(5));
        active.SuspectTimes.ShouldBeNull();

        var dead = data.Members.Single(each => each.Item1.Status == SiloStatus.Dead).Item1;
        dead.SuspectTimes.ShouldBe([
            Tuple.Create(active.SiloAddress, Start.AddMinutes(1)),
            Tuple.Create(SiloAddress.New(IPAddress.Parse("10.0.0.3"), 11_111, 300), Start.AddMinutes(2)),
        ]);

        var joining = data.Members.Single(each => each.Item1.Status == SiloStatus.Joining).Item1;
        joining.SiloName.ShouldBe("Silo_3", "an older silo writes the name in its old column alone");
        joining.ProxyPort.ShouldBe(0);
        joining.IAmAliveTime.ShouldBe(default);
        (await Gateways.GetGatewaysAsync(default)).ShouldBe([new Uri("gwy.tcp://10.0.0.1:30000/100")]);
    }

    [Fact]
    public async Task A_silo_of_ours_joins_a_cluster_of_the_official_provider_and_both_see_each_others_changes()
    {
        await Backend.AddAsync(Rows, OfficialTable(version: 17));
        var mine = Silo("10.0.0.9", 11_111, 900);
        var seen = await Table.ReadAllAsync(default);
        (await Table.InsertRowAsync(mine, seen.Version.Next(), default)).ShouldBeTrue();
        await VersionIsAsync(18);

        // The other provider declares it dead, with all three versions in its transaction.
        var stale = await Table.ReadRowAsync(mine.SiloAddress, default);
        var row = await RowAsync("10.0.0.9-11111-900");
        row["Status"] = "Dead";
        await Rows.SubmitTransactionAsync([
            new(TableTransactionActionType.UpdateReplace, row, row.ETag),
            new(TableTransactionActionType.UpdateReplace, OfficialVersion(19), (await RowAsync("VersionRow")).ETag),
            new(TableTransactionActionType.UpsertReplace, OfficialMarker("!Start", 19)),
            new(TableTransactionActionType.UpsertReplace, OfficialMarker("~End", 19)),
        ]);
        (await Table.UpdateRowAsync(mine, stale.Members[0].Item2, stale.Version.Next(), default)).ShouldBeFalse(
            "somebody was first"
        );
        var after = await Table.ReadRowAsync(mine.SiloAddress, default);
        after.Version.Version.ShouldBe(19);
        after.Members[0].Item1.Status.ShouldBe(SiloStatus.Dead);
    }

    [Fact]
    public async Task Older_silos_that_move_the_version_alone_are_followed_and_the_markers_catch_up()
    {
        await Backend.AddAsync(Rows, OfficialTable(version: 3));
        await Rows.UpsertEntityAsync(OfficialVersion(5), TableUpdateMode.Replace);
        (await Table.ReadAllAsync(default)).Version.Version.ShouldBe(5);
        await InsertAsync(Silo("10.0.0.9", 11_111, 900));
        await VersionIsAsync(6);
    }

    private static MembershipEntry Silo(string address, int port, int generation) =>
        new()
        {
            SiloAddress = SiloAddress.New(IPAddress.Parse(address), port, generation),
            HostName = "host",
            SiloName = "Silo_1",
            Status = SiloStatus.Active,
            ProxyPort = 30_001,
            StartTime = Start,
            IAmAliveTime = Start.AddSeconds(7),
        };

    private List<TableEntity> OfficialTable(int version)
    {
        var active = OfficialSilo("10.0.0.1", 100, "Active");
        var dead = OfficialSilo("10.0.0.2", 200, "Dead");
        dead["SuspectingSilos"] = "10.0.0.1:11111@100|10.0.0.3:11111@300";
        dead["SuspectingTimes"] = $"{Date(Start.AddMinutes(1))}|{Date(Start.AddMinutes(2))}";
        var joining = OfficialSilo("10.0.0.3", 300, "Joining");
        foreach (var absent in (string[])["SiloName", "ProxyPort", "UpdateZone", "IAmAliveTime", "SuspectingSilos"])
        {
            joining.Remove(absent);
        }

        return
        [
            OfficialMarker("!Start", version),
            active,
            dead,
            joining,
            OfficialVersion(version),
            OfficialMarker("~End", version),
        ];
    }

    private TableEntity OfficialSilo(string address, int generation, string status) =>
        new(_cluster, $"{address}-11111-{generation}")
        {
            ["DeploymentId"] = _cluster,
            ["Address"] = address,
            ["Port"] = "11111",
            ["Generation"] = $"{generation}",
            ["HostName"] = $"vm-{generation / 100}",
            ["Status"] = status,
            ["ProxyPort"] = "30000",
            ["SiloName"] = $"Silo_{generation / 100}",
            ["InstanceName"] = $"Silo_{generation / 100}",
            ["UpdateZone"] = "0",
            ["FaultZone"] = "0",
            ["SuspectingSilos"] = "",
            ["SuspectingTimes"] = "",
            ["StartTime"] = Date(Start),
            ["IAmAliveTime"] = Date(Start.AddMinutes(5)),
        };

    private TableEntity OfficialVersion(int version) =>
        new(_cluster, "VersionRow") { ["DeploymentId"] = _cluster, ["MembershipVersion"] = $"{version}" };

    private TableEntity OfficialMarker(string key, int version) =>
        new(_cluster, key)
        {
            ["DeploymentId"] = _cluster,
            ["MembershipVersion"] = $"{version}",
            ["Status"] = "Active",
        };

    private static string Date(DateTime time) => time.ToString(DateFormat, CultureInfo.InvariantCulture);

    private async Task InsertAsync(MembershipEntry silo)
    {
        var next = (await Table.ReadAllAsync(default)).Version.Next();
        (await Table.InsertRowAsync(silo, next, default)).ShouldBeTrue();
    }

    private async Task VersionIsAsync(int version)
    {
        Backend
            .ColumnsOf(await RowAsync("VersionRow"))
            .ShouldBe(Backend.ColumnsOf(OfficialVersion(version)), ignoreOrder: true);
        foreach (var key in (string[])["!Start", "~End"])
        {
            Backend
                .ColumnsOf(await RowAsync(key))
                .ShouldBe(Backend.ColumnsOf(OfficialMarker(key, version)), ignoreOrder: true);
        }
    }

    private async Task<TableEntity> RowAsync(string key) =>
        (await Rows.GetEntityAsync<TableEntity>(_cluster, key)).Value;

    private async Task<List<TableEntity>> AllAsync() =>
        await Rows.QueryAsync<TableEntity>(row => row.PartitionKey == _cluster).ToListAsync();
}
