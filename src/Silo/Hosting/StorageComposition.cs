using CeActors.AzureStorage;
using CeActors.Domain.Identity;
using CeActors.Grains.Declarations;
using CeActors.Grains.Review.Units;
using CeActors.Grains.Storage;

namespace CeActors.Silo.Hosting;

/// <summary>The two storage providers, and the grains' ports onto them.</summary>
internal static class StorageComposition
{
    // The key of a declaration starts with its bucket; its grain type is written on its class.
    private const string DeclarationGrainType = "declaration";
    private const int RegistryBuckets = 1;

    public static void Configure(ISiloBuilder silo, SiloSettings settings)
    {
        var account = settings.Tables(settings.Storage);
        silo.AddGroupCommitGrainStorage(
            StorageNames.State,
            options =>
            {
                options.Accounts = [account];
                options.TablePrefix = StorageNames.StateTablePrefix;
                options.BucketCount = settings.BucketCount;
                options.BucketOf = grainId => BucketOf(grainId, settings.BucketCount);
                options.Json = DocumentJson.Options;
                options.ExplainUnreadable = Explain;
                IndexBy<DeclarationDocument>(options);
            }
        );
        silo.AddGroupCommitGrainStorage(
            StorageNames.Registry,
            options =>
            {
                options.Accounts = [account];
                options.TablePrefix = StorageNames.RegistryTablePrefix;
                options.BucketCount = RegistryBuckets;
                options.Json = DocumentJson.Options;
                options.ExplainUnreadable = Explain;
                IndexBy<ReviewUnitDocument>(options);
            }
        );
        AddRowReader(silo.Services, StorageNames.State);
        AddRowReader(silo.Services, StorageNames.Registry);
    }

    /// <summary>
    /// The bucket that a declaration's id names; null for all other grains, which are spread by hash. So is an id that somebody made up:
    /// it is looked for and not found, and none is ever made with it.
    /// </summary>
    private static int? BucketOf(GrainId grainId, int bucketCount)
    {
        if (grainId.Type.ToString() != DeclarationGrainType)
        {
            return null;
        }

        var id = DeclarationId.TryParse(grainId.Key.ToString());
        return id is not null && id.Bucket < bucketCount ? id.Bucket : null;
    }

    // Names the versions alone; whatever else a document's form throws might quote it.
    private static string? Explain(Exception exception) => (exception as DocumentTooNewException)?.Message;

    private static void AddRowReader(IServiceCollection services, string name) =>
        services.AddKeyedSingleton<IStoredRowReader>(
            name,
            (provider, _) => new StoredRowReader(provider.GetRequiredKeyedService<IIndexRowReader>(name))
        );

    private static void IndexBy<TDocument>(GroupCommitOptions options)
        where TDocument : IIndexedDocument =>
        options.Index<TDocument>(document => [.. document.ToRows().Select(row => new IndexRow(row.Key, row.Columns))]);
}
