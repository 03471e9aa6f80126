using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace CeActors.Files.Signing;

/// <summary>
/// With a user delegation key: the account's own key may be switched off. The key is fetched once and kept until it is
/// near its end; callers that come meanwhile wait for the one fetch.
/// </summary>
internal sealed class DelegationSigner(BlobServiceClient service, TimeProvider time) : BlobSigner
{
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private volatile UserDelegationKey? _key;

    public override async ValueTask<Uri> SignAsync(
        BlobClient blob,
        BlobSasBuilder sas,
        CancellationToken cancellationToken
    )
    {
        var key = await GetKeyAsync(cancellationToken);
        var query = sas.ToSasQueryParameters(key, service.AccountName);
        return new BlobUriBuilder(blob.Uri) { Sas = query }.ToUri();
    }

    private async ValueTask<UserDelegationKey> GetKeyAsync(CancellationToken cancellationToken)
    {
        if (_key is { } known && IsFresh(known))
        {
            return known;
        }
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (_key is { } fetched && IsFresh(fetched))
            {
                return fetched;
            }
            var now = time.GetUtcNow();
            var key = await service.GetUserDelegationKeyAsync(
                now - EvidenceLimits.ClockSkewMax,
                now + EvidenceLimits.DelegationKeyLifetime,
                cancellationToken
            );
            _key = key.Value;
            return key.Value;
        }
        finally
        {
            _fetching.Release();
        }
    }

    private bool IsFresh(UserDelegationKey key) =>
        key.SignedExpiresOn - time.GetUtcNow() > EvidenceLimits.DelegationKeyRenewBefore;
}
