using CeActors.AzureStorage.Inspection;
using CeActors.Verification.Documents;
using CeActors.Verification.Findings;
using CeActors.Verification.Units;

namespace CeActors.Verification.Rows;

/// <summary>
/// Looks again at what a scan found doubtful. A document and its rows change in one transaction, so what is wrong while the
/// document's etag stays the same is wrong; all else has moved while it was read.
/// </summary>
internal sealed class Rereading(
    string provider,
    Area area,
    int bucket,
    UnitBook units,
    FindingList findings,
    Tally tally
)
{
    private string Table => area.Rows.TableOf(bucket);

    public async Task RunAsync(RowLedger ledger, CancellationToken cancellationToken)
    {
        foreach (var key in Some(ledger.DoubtfulDocuments))
        {
            await SettleAsync(() => ReadDocumentAsync(key, cancellationToken));
        }

        foreach (var key in Some(ledger.DoubtfulRows))
        {
            await SettleAsync(() => ReadRowAsync(key, cancellationToken));
        }
    }

    private IEnumerable<string> Some(IReadOnlyCollection<string> keys)
    {
        tally.LeftOut(Math.Max(0, keys.Count - VerificationLimits.SuspectsMax));
        return keys.Take(VerificationLimits.SuspectsMax);
    }

    /// <summary>Reads until nothing moves meanwhile.</summary>
    /// <param name="readAsync">What is wrong; null when something moved while it was read.</param>
    private async Task SettleAsync(Func<Task<IReadOnlyList<Finding>?>> readAsync)
    {
        for (var attempt = 0; attempt < VerificationLimits.RereadingsMax; attempt++)
        {
            if (await readAsync() is { } found)
            {
                tally.Settled(found.Count > 0);
                findings.AddRange(found);
                return;
            }
        }

        tally.Unsettled();
    }

    private async Task<IReadOnlyList<Finding>?> ReadDocumentAsync(string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is not { } stored)
        {
            return []; // gone, and its rows with it or doubtful by themselves
        }

        var reading = DocumentReading.Of(provider, stored);
        var found = DocumentChecks
            .FaultsOf(area, reading)
            .Select(fault => new Finding(fault.Kind, Table, key, fault.Detail))
            .ToList();
        foreach (var unit in DocumentChecks.UnitsNamedBy(reading.Document))
        {
            if (!await units.IsRegisteredAsync(unit, cancellationToken))
            {
                found.Add(new Finding(FindingKind.UnitUnknown, Table, key, $"unit {unit} is not registered"));
            }
        }

        var rows = DocumentRows.Of(reading);
        if (!DocumentRows.HasRightList(reading, rows))
        {
            found.Add(
                new Finding(FindingKind.RowListWrong, Table, key, "the list of its rows is not that of its rows")
            );
        }

        await foreach (var wrong in WrongRowsAsync(rows, key, cancellationToken))
        {
            found.Add(wrong);
        }

        return found.Count == 0 || await IsStillAsync(stored, cancellationToken) ? found : null;
    }

    private async IAsyncEnumerable<Finding> WrongRowsAsync(
        IReadOnlyList<(string Key, string Digest)> rows,
        string document,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var (key, digest) in rows)
        {
            var row = await area.Rows.ReadAsync(bucket, key, cancellationToken);
            if (row is null)
            {
                yield return new Finding(FindingKind.RowMissing, Table, key, $"named by {document}");
            }
            else if (row is not StoredIndexRow { Digest: var there } || there != digest)
            {
                yield return new Finding(
                    FindingKind.RowDiffers,
                    Table,
                    key,
                    $"its columns are not those that {document} names"
                );
            }
        }
    }

    private async Task<IReadOnlyList<Finding>?> ReadRowAsync(string key, CancellationToken cancellationToken)
    {
        if (
            await area.Rows.ReadAsync(bucket, key, cancellationToken) is not StoredIndexRow row
            || DocumentRows.OwnerOf(provider, row.Row) is not { } owner
        )
        {
            return []; // gone
        }

        var ownerKey = StoredAccount.KeyOf(owner);
        var stored = await FindAsync(ownerKey, cancellationToken);
        if (stored is not null)
        {
            var reading = DocumentReading.Of(provider, stored);
            if (!stored.IsWhole || DocumentRows.Of(reading).Any(expected => expected.Key == key))
            {
                return []; // its own, or of a document that cannot say
            }
        }

        // A row of a document that exists moves with it alone; one without any moves when it is written or taken away.
        var rowNow = await area.Rows.ReadAsync(bucket, key, cancellationToken);
        var isStill =
            rowNow?.ETag == row.ETag
            && (
                stored is null
                    ? await FindAsync(ownerKey, cancellationToken) is null
                    : await IsStillAsync(stored, cancellationToken)
            );
        return isStill
            ?
            [
                new Finding(
                    FindingKind.RowStray,
                    Table,
                    key,
                    stored is null ? $"{ownerKey} is not there" : $"{ownerKey} does not name it"
                ),
            ]
            : null;
    }

    private async Task<StoredDocument?> FindAsync(string key, CancellationToken cancellationToken) =>
        await area.Rows.ReadAsync(bucket, key, cancellationToken) as StoredDocument;

    private async Task<bool> IsStillAsync(StoredDocument stored, CancellationToken cancellationToken) =>
        (await FindAsync(stored.Place.RowKey, cancellationToken))?.ETag == stored.ETag;
}
