using Azure.Data.Tables;
using CeActors.AzureStorage.Inspection;
using CeActors.Domain.Identity;

namespace CeActors.Backup;

/// <summary>
/// Reads documents that belong together as they were at one instant: all of them, and then all etags again, until none has
/// moved. A document's index rows move with it in one transaction.
/// </summary>
internal sealed class DocumentGroup(StoredTables tables, int bucketCount)
{
    /// <summary>The documents of a person with all their rows.</summary>
    /// <param name="person">Whose; null for the seeds alone.</param>
    /// <param name="seeds">Documents that belong to it whether or not the person's lists name them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Every document that was looked for, and every row that is there, each with its table.</returns>
    /// <exception cref="BackupFault">They change each time.</exception>
    public async Task<(IReadOnlyCollection<DocumentName> Looked, List<(string Table, TableEntity Row)> Rows)> ReadAsync(
        string? person,
        IReadOnlyCollection<DocumentName> seeds,
        CancellationToken cancellationToken
    )
    {
        for (var reading = 0; reading < BackupLimits.GroupReadingsMax; reading++)
        {
            var etags = new Dictionary<DocumentName, string?>();
            var rows = new List<(string Table, TableEntity Row)>();
            var wanted = new Queue<DocumentName>(seeds);
            if (person is not null)
            {
                wanted.Enqueue(DocumentPeople.OfPerson(person));
            }

            var isWhole = true;
            while (wanted.TryDequeue(out var name))
            {
                if (!etags.ContainsKey(name))
                {
                    isWhole &= await ReadAsync(name, etags, rows, wanted, cancellationToken);
                }
            }

            if (isWhole && await AreStillAsync(etags, cancellationToken))
            {
                return (etags.Keys, rows);
            }
        }

        throw new BackupFault(
            $"Documents of {person ?? "nobody"} changed in each of {BackupLimits.GroupReadingsMax} readings: try again later."
        );
    }

    /// <summary>The register of residents that a person is in; none when they are not registered.</summary>
    public async Task<IEnumerable<DocumentName>> RegistersOfAsync(string person, CancellationToken cancellationToken)
    {
        var name = DocumentPeople.OfPerson(person);
        var bucket = BucketOf(name);
        var entity = await tables.FindAsync(tables.State, bucket, StoredAccount.KeyOf(name), cancellationToken);
        return entity is not null && StoredAccount.Inspect(bucket, entity) is StoredDocument document
            ? DocumentPeople.RegistersOf(document)
            : [];
    }

    private async Task<bool> ReadAsync(
        DocumentName name,
        Dictionary<DocumentName, string?> etags,
        List<(string Table, TableEntity Row)> rows,
        Queue<DocumentName> wanted,
        CancellationToken cancellationToken
    )
    {
        var bucket = BucketOf(name);
        var area = tables.State;
        var entity = await tables.FindAsync(area, bucket, StoredAccount.KeyOf(name), cancellationToken);
        etags[name] = entity?.ETag.ToString();
        if (entity is null || StoredAccount.Inspect(bucket, entity) is not StoredDocument document)
        {
            return true;
        }

        rows.Add((area.TableOf(bucket), entity));
        foreach (var key in document.Rows?.Keys ?? [])
        {
            if (await tables.FindAsync(area, bucket, key, cancellationToken) is not { } row)
            {
                // Moved meanwhile; what is missing though nothing moves is backed up as it is.
                if (!await IsStillAsync(name, etags[name], cancellationToken))
                {
                    return false;
                }

                continue;
            }

            rows.Add((area.TableOf(bucket), row));
        }

        if (name.GrainType == DocumentPeople.OfPerson("").GrainType)
        {
            foreach (var listed in DocumentPeople.ListsOf(document))
            {
                wanted.Enqueue(listed);
            }
        }

        return true;
    }

    /// <summary>The bucket where a document belongs.</summary>
    public int BucketOf(DocumentName name) =>
        name.GrainType == DocumentPeople.OfDeclaration("").GrainType
        && DeclarationId.TryParse(name.GrainKey) is { } id
        && id.Bucket < bucketCount
            ? id.Bucket
            : StoredAccount.HashedBucketOf(name, bucketCount);

    private async Task<bool> AreStillAsync(Dictionary<DocumentName, string?> etags, CancellationToken cancellationToken)
    {
        foreach (var (name, etag) in etags)
        {
            if (!await IsStillAsync(name, etag, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> IsStillAsync(DocumentName name, string? etag, CancellationToken cancellationToken)
    {
        var now = await tables.FindAsync(tables.State, BucketOf(name), StoredAccount.KeyOf(name), cancellationToken);
        return now?.ETag.ToString() == etag;
    }
}
