using Azure.Storage.Blobs.Models;

namespace CeActors.Files;

/// <summary>The files that are kept, as they lie there: for checks of what is stored. Reads only.</summary>
public sealed class StoredFiles(EvidenceAccount account)
{
    /// <summary>Name of the container of evidence.</summary>
    public static string EvidenceContainer => BlobNames.EvidenceContainer;

    /// <summary>Name of the container of statements.</summary>
    public static string StatementsContainer => BlobNames.StatementsContainer;

    /// <summary>Digests and sizes of all evidence; nothing when there is no such container.</summary>
    public async IAsyncEnumerable<(string Digest, long Size)> ListEvidenceAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (await account.Evidence.ExistsAsync(cancellationToken))
        {
            await foreach (var blob in account.Evidence.GetBlobsAsync(cancellationToken: cancellationToken))
            {
                yield return (blob.Name, blob.Properties.ContentLength ?? 0);
            }
        }
    }

    /// <summary>Names, <c>{number}/{digest}.pdf</c>, of all papers; nothing when there is no such container.</summary>
    public async IAsyncEnumerable<string> ListPapersAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (await account.Statements.ExistsAsync(cancellationToken))
        {
            await foreach (var blob in account.Statements.GetBlobsAsync(cancellationToken: cancellationToken))
            {
                yield return blob.Name;
            }
        }
    }

    /// <summary>Size of one file of evidence; null when it is not there.</summary>
    public async Task<long?> FindEvidenceAsync(string digest, CancellationToken cancellationToken)
    {
        var blob = account.Evidence.GetBlobClient(digest);
        if (!await blob.ExistsAsync(cancellationToken))
        {
            return null;
        }

        BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        return properties.ContentLength;
    }

    /// <summary>Whether a paper is there.</summary>
    /// <param name="name">As <see cref="PaperName"/> gives it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> HasPaperAsync(string name, CancellationToken cancellationToken) =>
        await account.Statements.GetBlobClient(name).ExistsAsync(cancellationToken);

    /// <summary>The name of the paper of a statement.</summary>
    public static string PaperName(string number, string digest) => $"{number}/{digest}.pdf";
}
