using CeActors.AzureStorage;
using CeActors.AzureStorage.Inspection;
using CeActors.Grains.Storage;
using CeActors.Verification.Documents;

namespace CeActors.Verification.Rows;

/// <summary>The index rows that belong to a document.</summary>
internal static class DocumentRows
{
    private const char Separator = '|';

    /// <summary>Stored key and digest of each row that must be there.</summary>
    public static IReadOnlyList<(string Key, string Digest)> Of(DocumentReading reading)
    {
        if (reading.Document is not IIndexedDocument indexed)
        {
            // What cannot be read names no rows any more; those written with it are still its own.
            return [.. (reading.Stored.Rows ?? new Dictionary<string, string>()).Select(row => (row.Key, row.Value))];
        }

        var rows = ListingOf(indexed.ToRows());
        return HasRightList(reading, rows)
            ? rows
            : indexed.ToEarlierRows().Select(ListingOf).FirstOrDefault(earlier => HasRightList(reading, earlier))
                ?? rows;
    }

    /// <summary>Whether the list that is kept with a document is that of its rows.</summary>
    public static bool HasRightList(DocumentReading reading, IReadOnlyList<(string Key, string Digest)> rows) =>
        reading.Document is null
        || (
            reading.Stored.Rows is { } listed
            && rows.Count == listed.Count
            && rows.All(row => listed.TryGetValue(row.Key, out var digest) && digest == row.Digest)
        );

    private static IReadOnlyList<(string Key, string Digest)> ListingOf(IReadOnlyList<StoredRow> rows) =>
        [.. rows.Select(row => StoredAccount.ListingOf(new IndexRow(row.Key, row.Columns)))];

    /// <summary>The document to which a row of a provider belongs; null when rows of this kind are not known.</summary>
    public static DocumentName? OwnerOf(string provider, IndexRow row)
    {
        var parts = row.RowKey.Split(Separator);
        return (provider, parts) switch
        {
            (StorageNames.State, ["w" or "p", _, var declaration]) => DocumentKinds.Declaration.Of(declaration),
            (StorageNames.Registry, ["u", var unit]) => DocumentKinds.Unit.Of(unit),
            _ => null,
        };
    }
}
