using Azure;
using Azure.Data.Tables;
using CeActors.AzureStorage.Clustering;
using CeActors.AzureStorage.Tests.Backends;
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
public sealed class MembershipTableTests(AzuriteFixture azurite) : GatewayListContract, IAsyncLifetime
{
    private const string TableName = AzureTableClusteringOptions.DefaultTableName;
    private readonly TableServiceClient _client = azurite.Tables;

    protected override string ClusterId { get; } = AzuriteFixture.UniqueName("cluster");

    protected override IMembershipTable Table => TableOf(ClusterId);

    protected override IMembershipTable UnreachableTable => TableOf(ClusterId, Backend.Nowhere(azurite));

    protected override IGatewayListProvider Gateways => GatewaysOf(_client);

    protected override IGatewayListProvider UnreachableGateways => GatewaysOf(Backend.Nowhere(azurite));

    private TableClient Rows => _client.GetTableClient(TableName);

    public Task InitializeAsync() => Gateways.InitializeGatewayListProviderAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    protected override IMembershipTable TableOf(string clusterId) => TableOf(clusterId, _client);

    protected override IMembershipTable PagedTable(int rowsPerPage, bool laterPagesFail = false) =>
        TableOf(ClusterId, Backend.By(azurite, new PagingTransport(rowsPerPage, laterPagesFail)));

    protected override IGatewayListProvider PagedGateways(int rowsPerPage, bool laterPagesFail = false) =>
        GatewaysOf(Backend.By(azurite, new PagingTransport(rowsPerPage, laterPagesFail)));

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
    public async Task A_damaged_row_keeps_nobody_from_the_others()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        await InsertAsync(Silo());
        await Rows.AddEntityAsync(new TableEntity(ClusterId, "127.0.0.1-1-1") { ["Status"] = "Nonsense" });
        await Rows.AddEntityAsync(
            new TableEntity(ClusterId, "127.0.0.1-1-2") { ["Status"] = "Active", ["ProxyPort"] = "70000" }
        );
        (await Table.ReadAllAsync(default)).Members.Count.ShouldBe(1);
        (await Gateways.GetGatewaysAsync(default)).Count.ShouldBe(1);
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
    public async Task A_table_that_is_missing_is_an_error_and_never_an_empty_cluster()
    {
        var options = Options.Create(
            new AzureTableClusteringOptions { Client = _client, TableName = AzuriteFixture.UniqueName("Missing") }
        );
        var cluster = Options.Create(new ClusterOptions { ClusterId = ClusterId });
        var gateways = new GatewayList(
            options,
            cluster,
            Options.Create(new GatewayOptions()),
            NullLogger<GatewayList>.Instance
        );
        await MissingAsync(() => gateways.GetGatewaysAsync(default));
        var table = new MembershipTable(options, cluster, NullLogger<MembershipTable>.Instance);
        await MissingAsync(() => table.ReadAllAsync(default));
        await MissingAsync(() => table.ReadRowAsync(Silo().SiloAddress, default));
        await MissingAsync(() => table.UpdateIAmAliveAsync(Silo(), default));
        await MissingAsync(() => table.InsertRowAsync(Silo(), new TableVersion(1, "*"), default));
    }

    [Fact]
    public async Task A_cluster_of_more_silos_than_a_page_takes_is_read_and_deleted_as_a_whole()
    {
        const int silos = 1_050;
        await Table.InitializeMembershipTableAsync(true, default);
        var rows = Enumerable
            .Range(0, silos)
            .Select(_ => Silo(gatewayPort: 30_001))
            .Select(silo => SiloRow.OfSilo(ClusterId, silo));
        await Backend.AddAsync(Rows, rows);
        (await Table.ReadAllAsync(default)).Members.Count.ShouldBe(silos);
        (await Gateways.GetGatewaysAsync(default)).Count.ShouldBe(silos);
        await Table.DeleteMembershipTableEntriesAsync(ClusterId, default);
        var left = await Rows.QueryAsync<TableEntity>(row => row.PartitionKey == ClusterId).ToListAsync();
        left.ShouldBeEmpty();
    }

    private static async Task MissingAsync(Func<Task> operation) =>
        (await Should.ThrowAsync<RequestFailedException>(operation)).ErrorCode.ShouldBe("TableNotFound");

    private static MembershipTable TableOf(string clusterId, TableServiceClient client) =>
        new(
            Options.Create(new AzureTableClusteringOptions { Client = client }),
            Options.Create(new ClusterOptions { ClusterId = clusterId }),
            NullLogger<MembershipTable>.Instance
        );

    private GatewayList GatewaysOf(TableServiceClient client) =>
        new(
            Options.Create(new AzureTableClusteringOptions { Client = client }),
            Options.Create(new ClusterOptions { ClusterId = ClusterId }),
            Options.Create(new GatewayOptions()),
            NullLogger<GatewayList>.Instance
        );
}
