using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Sas;
using CeActors.AzureStorage.Clustering;
using CeActors.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Clustering;

/// <summary>A client of the cluster needs no more than to read: a front that was broken into can take no silo out.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class ReadingGatewaysTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Who_may_only_read_finds_the_gateways()
    {
        var table = AzuriteFixture.UniqueName("Reading");
        var cluster = AzuriteFixture.UniqueName("cluster");
        await azurite.Tables.CreateTableAsync(table);
        await azurite.Tables.GetTableClient(table).AddEntityAsync(GatewayRow(cluster));
        var reader = Reader();

        (await Should.ThrowAsync<RequestFailedException>(() => reader.CreateTableAsync(table + "x"))).Status.ShouldBe(
            403
        );
        var gateways = GatewaysOf(reader, table, cluster);
        await gateways.InitializeGatewayListProviderAsync(default);
        (await gateways.GetGatewaysAsync(default)).ShouldHaveSingleItem().Port.ShouldBe(30_100);
    }

    [Fact]
    public async Task A_table_that_nobody_made_is_still_an_error()
    {
        var gateways = GatewaysOf(Reader(), AzuriteFixture.UniqueName("Missing"), "cluster");
        await gateways.InitializeGatewayListProviderAsync(default);
        (await Should.ThrowAsync<RequestFailedException>(() => gateways.GetGatewaysAsync(default))).Status.ShouldBe(
            404
        );
    }

    private static TableEntity GatewayRow(string cluster) =>
        new(cluster, "10.60.0.4-11100-1")
        {
            ["Address"] = "10.60.0.4",
            ["Port"] = "11100",
            ["Generation"] = "1",
            ["Status"] = "Active",
            ["ProxyPort"] = "30100",
        };

    private static GatewayList GatewaysOf(TableServiceClient client, string table, string cluster) =>
        new(
            Options.Create(new AzureTableClusteringOptions { Client = client, TableName = table }),
            Options.Create(new ClusterOptions { ClusterId = cluster }),
            Options.Create(new GatewayOptions()),
            NullLogger<GatewayList>.Instance
        );

    private TableServiceClient Reader() =>
        new(
            azurite.Tables.GenerateSasUri(
                TableAccountSasPermissions.Read | TableAccountSasPermissions.List,
                TableAccountSasResourceTypes.All,
                TimeProvider.System.GetUtcNow().AddHours(1)
            )
        );
}
