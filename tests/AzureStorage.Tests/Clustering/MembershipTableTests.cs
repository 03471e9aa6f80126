using Azure;
using Azure.Data.Tables;
using CeActors.AzureStorage.Clustering;
using CeActors.AzureStorage.Tests.Contracts;
using CeActors.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Clustering;

[Collection(AzuriteCollection.Name)]
public sealed class MembershipTableTests : GatewayListContract
{
    private readonly AzureTableClusteringOptions _options;

    public MembershipTableTests(AzuriteFixture azurite)
    {
        _options = new() { Client = azurite.Tables };
        Table = TableOf(ClusterId);
        Gateways = new GatewayList(
            Options.Create(_options),
            Options.Create(new ClusterOptions { ClusterId = ClusterId }),
            Options.Create(new GatewayOptions())
        );
    }

    protected override string ClusterId { get; } = AzuriteFixture.UniqueName("cluster");

    protected override IMembershipTable Table { get; }

    protected override IGatewayListProvider Gateways { get; }

    private TableClient Rows => _options.Client!.GetTableClient(_options.TableName);

    [Fact]
    public async Task The_rows_are_those_of_the_official_provider()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo();
        silo.AddSuspector(silo.SiloAddress, silo.StartTime);
        await InsertAsync(silo);
        var address = silo.SiloAddress;
        var key = $"127.0.0.1-{address.Endpoint.Port}-{address.Generation}";
        var row = (await Rows.GetEntityAsync<TableEntity>(ClusterId, key)).Value;
        var columns = row.Where(column =>
            column.Key is not ("odata.etag" or "PartitionKey" or "RowKey" or "Timestamp")
        );
        columns
            .ToDictionary(column => column.Key, column => column.Value)
            .ShouldBe(
                new Dictionary<string, object>
                {
                    ["DeploymentId"] = ClusterId,
                    ["Address"] = "127.0.0.1",
                    ["Port"] = $"{address.Endpoint.Port}",
                    ["Generation"] = $"{address.Generation}",
                    ["HostName"] = "host",
                    ["Status"] = "Active",
                    ["ProxyPort"] = "30001",
                    ["SiloName"] = silo.SiloName,
                    ["InstanceName"] = silo.SiloName,
                    ["UpdateZone"] = "0",
                    ["FaultZone"] = "0",
                    ["StartTime"] = "2026-03-01 08:30:15.123 GMT",
                    ["IAmAliveTime"] = "2026-03-01 08:30:22.123 GMT",
                    ["SuspectingSilos"] = $"127.0.0.1:{address.Endpoint.Port}@{address.Generation}",
                    ["SuspectingTimes"] = "2026-03-01 08:30:15.123 GMT",
                },
                ignoreOrder: true
            );
        foreach (var special in (string[])["VersionRow", "!Start", "~End"])
        {
            var version = (await Rows.GetEntityAsync<TableEntity>(ClusterId, special)).Value;
            version.GetString("MembershipVersion").ShouldBe("1");
            version.GetString("DeploymentId").ShouldBe(ClusterId);
        }
    }

    [Fact]
    public async Task Clusters_in_one_table_do_not_see_each_other()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        await InsertAsync(Silo());
        var other = TableOf(AzuriteFixture.UniqueName("cluster"));
        await other.InitializeMembershipTableAsync(true, default);
        (await other.ReadAllAsync(default)).Members.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_row_is_left_out()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        await InsertAsync(Silo());
        await Rows.AddEntityAsync(new TableEntity(ClusterId, "127.0.0.1-1-1") { ["Status"] = "Nonsense" });
        (await Table.ReadAllAsync(default)).Members.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_table_without_markers_is_read()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        await Rows.DeleteEntityAsync(ClusterId, "!Start", ETag.All);
        await Rows.DeleteEntityAsync(ClusterId, "~End", ETag.All);
        (await InsertAsync(Silo())).ShouldBeTrue();
        (await Table.ReadAllAsync(default)).Version.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_backend_that_cannot_be_reached_is_an_error_and_never_an_empty_list()
    {
        var nowhere = new TableServiceClient(
            $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey={AzuriteProcess.AccountKey};"
                + $"TableEndpoint=http://127.0.0.1:{FreePort.Next()}/a;",
            new TableClientOptions { Retry = { MaxRetries = 0 } }
        );
        var options = Options.Create(new AzureTableClusteringOptions { Client = nowhere });
        var cluster = Options.Create(new ClusterOptions { ClusterId = ClusterId });
        var gateways = new GatewayList(options, cluster, Options.Create(new GatewayOptions()));
        await Should.ThrowAsync<RequestFailedException>(() => gateways.GetGatewaysAsync(default));
        var table = new MembershipTable(options, cluster, NullLogger<MembershipTable>.Instance);
        await Should.ThrowAsync<RequestFailedException>(() => table.ReadAllAsync(default));
    }

    private MembershipTable TableOf(string clusterId) =>
        new(
            Options.Create(_options),
            Options.Create(new ClusterOptions { ClusterId = clusterId }),
            NullLogger<MembershipTable>.Instance
        );
}
