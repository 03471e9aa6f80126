using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace CeActors.Files.Signing;

/// <summary>Signs shared access signatures for single blobs.</summary>
internal abstract class BlobSigner
{
    /// <summary>The blob's address with the signature.</summary>
    public abstract ValueTask<Uri> SignAsync(BlobClient blob, BlobSasBuilder sas, CancellationToken cancellationToken);
}

/// <summary>With the account's key.</summary>
internal sealed class AccountKeySigner : BlobSigner
{
    public override ValueTask<Uri> SignAsync(
        BlobClient blob,
        BlobSasBuilder sas,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(blob.GenerateSasUri(sas));
}
