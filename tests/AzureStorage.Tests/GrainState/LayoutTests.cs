using Azure;
using Azure.Data.Tables;
using CeActors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

[Collection(AzuriteCollection.Name)]
public sealed class LayoutTests(AzuriteFixture azurite)
{
    private readonly string _prefix = AzuriteFixture.UniqueName("L");

    [Fact]
    public async Task The_same_layout_starts_again_and_again_also_twice_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync()));
        await StartAsync();
    }

    [Theory]
    [InlineData("bucket count", "2", "3")]
    [InlineData("serializer", "System.Text.Json", "OtherSerializer")]
    [InlineData("places of the buckets", "devstoreaccount1/", "devstoreaccount2/")]
    public async Task Another_layout_is_refused_with_both_values(string what, string stored, string configured)
    {
        await StartAsync();
        var refusal = await Should.ThrowAsync<StorageLayoutMismatchException>(() =>
            StartAsync(options =>
            {
                switch (what)
                {
                    case "bucket count":
                        options.BucketCount = 3;
                        break;
                    case "serializer":
                        options.Serializer = new OtherSerializer();
                        break;
                    default:
                        options.Accounts = [options.Accounts[0], Second()];
                        break;
                }
            })
        );
        refusal.Message.ShouldContain(what);
        refusal.Message.ShouldContain(stored);
        refusal.Message.ShouldContain(configured);
    }

    [Fact]
    public async Task Accounts_in_another_order_are_refused()
    {
        await StartAsync(options => options.Accounts = [options.Accounts[0], Second()]);
        await Should.ThrowAsync<StorageLayoutMismatchException>(() =>
            StartAsync(options => options.Accounts = [Second(), options.Accounts[0]])
        );
    }

    [Fact]
    public async Task Buckets_are_spread_over_the_accounts_and_all_are_read()
    {
        await using var rig = await StartAsync(options => options.Accounts = [options.Accounts[0], Second()]);
        foreach (var number in Enumerable.Range(0, 30))
        {
            var state = new GrainState<Note>(Note.With($"row{number:D2}"));
            await rig.Storage.WriteStateAsync("note", GrainId.Create("note", $"{number}"), state);
        }

        (await rig.RowsAsync("row"))
            .Select(row => row.RowKey)
            .ShouldBe(Enumerable.Range(0, 30).Select(n => $"row{n:D2}"));
        foreach (var account in rig.Options.Accounts)
        {
            var tables = await account.Reads.QueryAsync().Select(table => table.Name).ToListAsync();
            tables.Count(name => name.StartsWith(_prefix, StringComparison.Ordinal)).ShouldBe(2); // layout and a bucket
        }
    }

    [Fact]
    public async Task A_chosen_bucket_is_used_and_one_outside_is_refused()
    {
        await using var rig = await StartAsync(options =>
            options.BucketOf = grain =>
                grain.Key.ToString() switch
                {
                    "last" => 1,
                    "beyond" => 2,
                    "below" => -1,
                    _ => null,
                }
        );
        rig.Buckets.BucketOf(GrainId.Create("note", "last")).ShouldBe(1);
        Should.Throw<InvalidOperationException>(() => rig.Buckets.BucketOf(GrainId.Create("note", "beyond")));
        Should.Throw<InvalidOperationException>(() => rig.Buckets.BucketOf(GrainId.Create("note", "below")));
        rig.Buckets.BucketOf(GrainId.Create("note", "5b1c"))
            .ShouldBe(rig.Buckets.BucketOf(GrainId.Create("note", "5b1c")));
    }

    [Fact]
    public async Task The_hash_of_a_grain_id_never_changes()
    {
        await using var rig = await StartAsync(options => options.BucketCount = 64);
        string[] keys = ["b", "d", "e", "f", "申报"];
        keys.Select(key => rig.Buckets.BucketOf(GrainId.Create("note", key))).ShouldBe([47, 30, 7, 22, 21]);
    }

    [Theory]
    [InlineData("LayoutVersion", 2)]
    [InlineData("LayoutVersion", "one")]
    [InlineData("LayoutVersion", null)]
    [InlineData("Hash", "Other")]
    public async Task A_layout_of_another_version_is_refused_and_left_as_it_is(string column, object? value)
    {
        await StartAsync();
        var table = azurite.Tables.GetTableClient(_prefix + "Layout");
        var row = (await table.GetEntityAsync<TableEntity>("layout", "1")).Value;
        row.Remove(column);
        if (value is not null)
        {
            row[column] = value;
        }

        var changed = await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        var refusal = await Should.ThrowAsync<StorageLayoutMismatchException>(() => StartAsync());
        refusal.Message.ShouldBe(
            column == "Hash"
                ? "Storage 'test' was laid out with hash of grain ids 'Other', but this silo is configured with 'XxHash32'. "
                    + "Configure what is stored, or move the data first."
                : $"Storage 'test' was laid out with layout version '{value ?? "nothing"}', but this program knows version '1'. "
                    + "Start the program that laid it out, or move the data first."
        );
        var after = (await table.GetEntityAsync<TableEntity>("layout", "1")).Value;
        after.ETag.ShouldBe(changed.Headers.ETag!.Value);
    }

    [Fact]
    public async Task An_account_whose_restore_has_not_finished_says_so()
    {
        await StartAsync();
        var table = azurite.Tables.GetTableClient(_prefix + "Layout");
        var row = new TableEntity("layout", "1") { ["LayoutVersion"] = -1 };
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge);
        var refusal = await Should.ThrowAsync<StorageLayoutMismatchException>(() => StartAsync());
        refusal.Message.ShouldEndWith(
            "with layout version '-1', but this program knows version '1'. That is an account whose restore has not "
                + "finished: finish it, or restore into another one."
        );
    }

    [Theory]
    [InlineData("State", "State")]
    [InlineData("State", "STATE")]
    public async Task Two_providers_of_a_silo_cannot_share_their_tables(string one, string other)
    {
        using var host = HostOf(
            options => options.TablePrefix = _prefix + one,
            options => options.TablePrefix = _prefix + other
        );
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => host.StartAsync());
        failure.Message.ShouldContain("would share the tables");
        failure.Message.ShouldContain("'state'");
        failure.Message.ShouldContain("'second'");
    }

    [Fact]
    public async Task Two_silos_with_different_layouts_started_at_the_same_moment_do_not_both_start()
    {
        using var one = HostOf(options => options.BucketCount = 2);
        using var other = HostOf(options => options.BucketCount = 3);
        IHost[] hosts = [one, other];
        var failures = await Task.WhenAll(hosts.Select(StartAsync));
        var started = hosts[Array.FindIndex(failures, failure => failure is null)];
        var refusal = failures.Where(failure => failure is not null).ShouldHaveSingleItem()!;
        refusal
            .ShouldBeOfType<StorageLayoutMismatchException>()
            .Message.ShouldStartWith("Storage 'state' was laid out with bucket count '");

        var members = await started.Services.GetRequiredService<IMembershipTable>().ReadAllAsync(default);
        members.Members.ShouldHaveSingleItem("the other must not even have looked for its cluster");
        using var again = HostOf(options => options.BucketCount = started == one ? 3 : 2);
        (await StartAsync(again)).ShouldBeOfType<StorageLayoutMismatchException>("beside a silo that runs");
        await started.StopAsync();

        static async Task<Exception?> StartAsync(IHost host)
        {
            try
            {
                await host.StartAsync();
                return null;
            }
            catch (Exception failure)
            {
                return failure;
            }
        }
    }

    [Fact]
    public async Task A_silo_with_another_layout_does_not_start()
    {
        await StartAsync();
        using var host = HostOf(options => options.BucketCount = 3);
        var failure = await Should.ThrowAsync<StorageLayoutMismatchException>(() => host.StartAsync());
        failure.Message.ShouldBe(
            "Storage 'state' was laid out with bucket count '2', but this silo is configured with '3'. "
                + "Configure what is stored, or move the data first."
        );
        var tables = await azurite.Tables.QueryAsync().Select(table => table.Name).ToListAsync();
        tables.ShouldNotContain(_prefix + "Silos", "it must not even have looked for its cluster");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(GroupCommitLimits.BucketsMax + 1)]
    public async Task A_setting_out_of_its_range_stops_the_start(int buckets)
    {
        using var host = HostOf(options => options.BucketCount = buckets);
        var failure = await Should.ThrowAsync<Exception>(() => host.StartAsync());
        failure.ToString().ShouldContain(nameof(OptionsValidationException));
    }

    private IHost HostOf(Action<GroupCommitOptions> configure, Action<GroupCommitOptions>? second = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo =>
        {
            silo.UseAzureTableClustering(options =>
            {
                options.Client = azurite.Tables;
                options.TableName = _prefix + "Silos";
            });
            silo.Configure<EndpointOptions>(options =>
            {
                options.AdvertisedIPAddress = System.Net.IPAddress.Loopback;
                options.SiloPort = FreePort.Next();
                options.GatewayPort = FreePort.Next();
            });
            Add(silo, "state", configure);
            if (second is not null)
            {
                Add(silo, "second", second);
            }
        });
        return builder.Build();

        void Add(ISiloBuilder silo, string name, Action<GroupCommitOptions> settings) =>
            silo.AddGroupCommitGrainStorage(
                name,
                options =>
                {
                    options.Accounts = [azurite.Tables];
                    options.TablePrefix = _prefix;
                    settings(options);
                }
            );
    }

    private Task<StorageRig> StartAsync(Action<GroupCommitOptions>? configure = null) =>
        StorageRig.StartAsync(
            azurite,
            options =>
            {
                options.TablePrefix = _prefix;
                configure?.Invoke(options);
            }
        );

    private TableAccount Second() =>
        TableAccount.Connect(azurite.Azurite.ConnectionStringOf(AzuriteProcess.SecondAccountName));

    private sealed class OtherSerializer : IGrainStorageSerializer
    {
        public BinaryData Serialize<T>(T? input) => throw new NotSupportedException();

        public T Deserialize<T>(BinaryData input) => throw new NotSupportedException();
    }
}
