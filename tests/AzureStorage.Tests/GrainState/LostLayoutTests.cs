using Azure;
using Azure.Data.Tables;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>Data without the layout that says where they are: never taken for a first start.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class LostLayoutTests(AzuriteFixture azurite)
{
    private readonly string _prefix = AzuriteFixture.UniqueName("L");

    private TableAccount First => TableAccount.Connect(azurite.Azurite.ConnectionString);

    private TableAccount Second =>
        TableAccount.Connect(azurite.Azurite.ConnectionStringOf(AzuriteProcess.SecondAccountName));

    [Theory]
    [InlineData(3)] // as before
    [InlineData(1)] // fewer: the rows that are found lie in a table beyond
    [InlineData(5)]
    public async Task Rows_without_a_layout_are_refused_until_it_is_restored(int bucketCount)
    {
        await WriteAsync(await StartAsync(First), bucket: 2);
        var layout = First.Reads.GetTableClient(_prefix + "Layout");
        var row = (await layout.GetEntityAsync<TableEntity>("layout", "1")).Value;
        await layout.DeleteAsync();

        var refusal = await Should.ThrowAsync<StorageLayoutMissingException>(() =>
            StartAsync([First], options => options.BucketCount = bucketCount)
        );
        refusal.Message.ShouldBe(
            $"Storage 'test' has no stored layout in account '{AzuriteProcess.AccountName}', although its table {_prefix}002 "
                + "has rows. Restore the table of the layout from a backup, or empty the tables to begin anew."
        );

        await layout.CreateAsync();
        await layout.AddEntityAsync(row);
        await StartAsync(First);
    }

    [Fact]
    public async Task Empty_tables_of_a_start_that_broke_off_are_laid_out_anew()
    {
        await First.Reads.CreateTableAsync(_prefix + "000");
        await First.Reads.CreateTableAsync(_prefix + "004");
        await First.Reads.CreateTableAsync(_prefix + "Layout");
        await WriteAsync(await StartAsync(First), bucket: 0);
    }

    [Fact]
    public async Task Rows_of_a_provider_whose_prefix_only_begins_alike_are_none_of_ours()
    {
        await using var other = await StorageRig.StartAsync(
            azurite,
            options =>
            {
                options.TablePrefix = _prefix + "0";
                options.BucketCount = 1;
            }
        );
        await other.Storage.WriteStateAsync("note", GrainId.Create("note", "a"), new GrainState<Note>(new Note()));
        await StartAsync(First);
    }

    [Theory]
    [InlineData(AzuriteProcess.AccountName)]
    [InlineData(AzuriteProcess.SecondAccountName)]
    public async Task An_account_that_was_emptied_or_exchanged_is_refused(string emptied)
    {
        await WriteAsync(await StartAsync(Second, First), bucket: 1);
        await WriteAsync(await StartAsync(Second, First), bucket: 0);
        var account = emptied == AzuriteProcess.AccountName ? First : Second;
        await foreach (var table in account.Reads.QueryAsync(table => true))
        {
            if (table.Name.StartsWith(_prefix, StringComparison.Ordinal))
            {
                await account.Reads.DeleteTableAsync(table.Name);
            }
        }

        var refusal = await Should.ThrowAsync<StorageLayoutMissingException>(() => StartAsync(Second, First));
        refusal.Message.ShouldStartWith("Storage 'test' has no stored layout in account '");
    }

    [Fact]
    public async Task A_first_start_that_broke_off_between_two_accounts_is_finished_by_the_next()
    {
        await StartAsync(First, Second);
        // The first account's row is written last, so this is what such a start leaves behind.
        await First.Reads.GetTableClient(_prefix + "Layout").DeleteEntityAsync("layout", "1", ETag.All);
        await Should.ThrowAsync<StorageLayoutMismatchException>(() => StartAsync(Second, First));
        await WriteAsync(await StartAsync(First, Second), bucket: 1);
    }

    private static async Task WriteAsync(StorageRig rig, int bucket)
    {
        var grain = Enumerable
            .Range(0, int.MaxValue)
            .Select(number => GrainId.Create("note", $"{Guid.NewGuid():N}{number}"))
            .First(grain => rig.Buckets.BucketOf(grain) == bucket);
        await rig.Storage.WriteStateAsync("note", grain, new GrainState<Note>(new Note()));
        await rig.DisposeAsync();
    }

    private Task<StorageRig> StartAsync(params TableAccount[] accounts) => StartAsync(accounts, _ => { });

    private Task<StorageRig> StartAsync(TableAccount[] accounts, Action<GroupCommitOptions> configure) =>
        StorageRig.StartAsync(
            azurite,
            options =>
            {
                options.TablePrefix = _prefix;
                options.BucketCount = 3;
                options.Accounts = accounts;
                configure(options);
            }
        );
}
