using CeActors.AzureStorage.Inspection;
using CeActors.Verification.Documents;
using CeActors.Verification.Facts;
using CeActors.Verification.Findings;
using CeActors.Verification.Units;

namespace CeActors.Verification.Rows;

/// <summary>Reads one bucket from its first row to its last and raises doubts.</summary>
internal sealed class BucketScan(string provider, Area area, int bucket, UnitBook units, FactShare facts, Tally tally)
{
    private readonly RowLedger _ledger = new();

    /// <summary>Documents and rows to be looked at again.</summary>
    public RowLedger Ledger => _ledger;

    /// <summary>Rows of no known kind, by stored key; their partition may be another than the bucket's.</summary>
    public List<Finding> Strange { get; } = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var record in area.Rows.ReadBucketAsync(bucket, cancellationToken))
        {
            tally.Row();
            Take(record);
        }

        _ledger.End();
    }

    private void Take(StoredRecord record)
    {
        switch (record)
        {
            case StoredDocument stored:
                Take(DocumentReading.Of(provider, stored));
                break;
            case StoredIndexRow row when DocumentRows.OwnerOf(provider, row.Row) is not null:
                tally.IndexRow();
                _ledger.Meet(row.Place.RowKey, row.Digest);
                break;
            case StoredIndexRow row:
                AddStrange(row, "no document names rows of this kind");
                break;
            case StrangeRecord strange:
                AddStrange(strange, strange.Reason);
                break;
        }
    }

    private void Take(DocumentReading reading)
    {
        tally.Document(reading.Document);
        var key = reading.Stored.Place.RowKey;
        var rows = DocumentRows.Of(reading);
        if (
            DocumentChecks.FaultsOf(area, reading).Any()
            || !DocumentRows.HasRightList(reading, rows)
            || !DocumentChecks.UnitsNamedBy(reading.Document).All(units.Knows)
        )
        {
            _ledger.Doubt(key);
        }

        _ledger.Expect(key, rows);
        FactSource.Tell(reading, facts);
    }

    private void AddStrange(StoredRecord record, string reason)
    {
        if (Strange.Count < VerificationLimits.SuspectsMax)
        {
            var row =
                record.Place.PartitionKey == StoredAccount.PartitionOf(bucket)
                    ? record.Place.RowKey
                    : $"{record.Place.PartitionKey}/{record.Place.RowKey}";
            Strange.Add(new Finding(FindingKind.RowOfUnknownKind, area.Rows.TableOf(bucket), row, reason));
        }
        else
        {
            tally.LeftOut(1);
        }
    }
}
