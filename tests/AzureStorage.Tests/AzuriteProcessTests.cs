using Azure.Data.Tables;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests;

public sealed class AzuriteProcessTests
{
    [Fact]
    public async Task Data_in_a_directory_survive_a_stop_and_a_start()
    {
        var directory = Directory.CreateTempSubdirectory("azurite").FullName;
        try
        {
            await using (var first = await AzuriteProcess.StartAsync(directory))
            {
                var table = new TableClient(first.ConnectionString, "Kept");
                await table.CreateAsync();
                await table.AddEntityAsync(new TableEntity("p", "r"));
            }

            await using var second = await AzuriteProcess.StartAsync(directory);
            var kept = await new TableClient(second.ConnectionString, "Kept").GetEntityAsync<TableEntity>("p", "r");
            kept.Value.RowKey.ShouldBe("r");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task The_two_accounts_share_nothing()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        await new TableClient(azurite.ConnectionString, "Mine").CreateAsync();
        var second = new TableServiceClient(azurite.ConnectionStringOf(AzuriteProcess.SecondAccountName));
        (await second.QueryAsync().ToListAsync()).ShouldBeEmpty();
    }
}
