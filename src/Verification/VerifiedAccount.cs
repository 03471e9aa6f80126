using CeActors.AzureStorage.Inspection;
using CeActors.Domain.Identity;
using CeActors.Grains.Storage;
using CeActors.Verification.Documents;

namespace CeActors.Verification;

/// <summary>One provider's data.</summary>
/// <param name="Rows">As it is stored.</param>
/// <param name="BucketCount">Buckets of its layout.</param>
internal sealed record Area(StoredAccount Rows, int BucketCount)
{
    /// <summary>Where a document belongs: declarations name their bucket, all others are spread by hash.</summary>
    public int BucketOf(DocumentName name) =>
        name.GrainType == DocumentKinds.Declaration.GrainType
        && DeclarationId.TryParse(name.GrainKey) is { } id
        && id.Bucket < BucketCount
            ? id.Bucket
            : StoredAccount.HashedBucketOf(name, BucketCount);

    /// <summary>A document as it is now; null when it is not where it belongs.</summary>
    public async Task<StoredDocument?> FindAsync(DocumentName name, CancellationToken cancellationToken) =>
        await Rows.ReadAsync(BucketOf(name), StoredAccount.KeyOf(name), cancellationToken) as StoredDocument;
}

/// <summary>The account whose layout is known.</summary>
/// <param name="State">Declarations, professionals, statements and batches.</param>
/// <param name="Registry">Units.</param>
internal sealed record VerifiedAccount(Area State, Area Registry)
{
    /// <summary>The area of a kind of documents.</summary>
    public Area AreaOf(DocumentKind kind) => kind.Provider == StorageNames.State ? State : Registry;
}
