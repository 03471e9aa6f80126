using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>First starts at the same moment with settings that differ: one layout is stored, and whoever has the other is refused.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class LayoutRaceTests(AzuriteFixture azurite)
{
    private const int Rounds = 6;

    private TableAccount First => TableAccount.Connect(azurite.Azurite.ConnectionString);

    private TableAccount Second =>
        TableAccount.Connect(azurite.Azurite.ConnectionStringOf(AzuriteProcess.SecondAccountName));

    [Fact]
    public Task Two_bucket_counts() =>
        OneOfTwoStartsAsync(options => options.BucketCount = 2, options => options.BucketCount = 3, "bucket count");

    [Fact]
    public Task Two_orders_of_the_same_accounts() =>
        OneOfTwoStartsAsync(
            options => options.Accounts = [First, Second],
            options => options.Accounts = [Second, First],
            "places of the buckets"
        );

    [Fact]
    public Task An_account_more() =>
        OneOfTwoStartsAsync(
            options => options.Accounts = [First],
            options => options.Accounts = [First, Second],
            "places of the buckets"
        );

    private async Task OneOfTwoStartsAsync(
        Action<GroupCommitOptions> one,
        Action<GroupCommitOptions> other,
        string difference
    )
    {
        for (var round = 0; round < Rounds; round++)
        {
            var prefix = AzuriteFixture.UniqueName("R");
            Action<GroupCommitOptions>[] settings = round % 2 == 0 ? [one, other] : [other, one];
            var refusals = await Task.WhenAll(settings.Select(each => StartAsync(prefix, each)));
            refusals.Count(refusal => refusal is null).ShouldBe(1, $"round {round}");
            var refusal = refusals.Single(refusal => refusal is not null)!;
            refusal.Message.ShouldStartWith($"Storage 'test' was laid out with {difference} '");

            // It stays so: the winner starts again and the other does not.
            var winner = Array.FindIndex(refusals, each => each is null);
            (await StartAsync(prefix, settings[winner])).ShouldBeNull();
            (await StartAsync(prefix, settings[1 - winner]))!.Message.ShouldBe(refusal.Message);
        }
    }

    private async Task<StorageLayoutMismatchException?> StartAsync(string prefix, Action<GroupCommitOptions> configure)
    {
        try
        {
            await using var rig = await StorageRig.StartAsync(
                azurite,
                options =>
                {
                    options.TablePrefix = prefix;
                    configure(options);
                }
            );
            return null;
        }
        catch (StorageLayoutMismatchException refusal)
        {
            return refusal;
        }
    }
}
