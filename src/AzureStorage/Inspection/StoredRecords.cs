using Azure.Data.Tables;
using CeActors.AzureStorage.GrainState;

namespace CeActors.AzureStorage.Inspection;

/// <summary>Tells what a row of a bucket is. It never throws for what is stored: what is damaged is said.</summary>
internal static class StoredRecords
{
    private const int DocumentKeyParts = 4;

    public static StoredRecord Of(int bucket, string partitionKey, TableEntity entity)
    {
        var place = new RecordPlace(bucket, entity.PartitionKey, entity.RowKey);
        var etag = entity.ETag.ToString();
        if (entity.PartitionKey != partitionKey)
        {
            return new StrangeRecord(place, etag, $"its partition is not '{partitionKey}'");
        }

        return entity.RowKey.StartsWith(RowKeys.DocumentMark, StringComparison.Ordinal)
            ? DocumentOf(place, etag, entity)
            : RowOf(place, etag, entity);
    }

    private static StoredRecord DocumentOf(RecordPlace place, string etag, TableEntity entity)
    {
        var parts = entity.RowKey.Split('|', DocumentKeyParts);
        if (parts.Length < DocumentKeyParts)
        {
            return new StrangeRecord(place, etag, "its key names no grain");
        }

        try
        {
            var name = new DocumentName(
                RowKeys.UnescapeKey(parts[1]),
                RowKeys.UnescapeKey(parts[2]),
                RowKeys.UnescapeKey(parts[3])
            );
            return WithContent(place, etag, name, entity);
        }
        catch (FormatException)
        {
            return new StrangeRecord(place, etag, "its key is not escaped as keys are");
        }
    }

    private static StoredDocument WithContent(RecordPlace place, string etag, DocumentName name, TableEntity entity)
    {
        BinaryData? content = null;
        try
        {
            content = DocumentRow.Read(entity);
            var rows = DocumentRow.RowsOf(entity);
            return string.IsNullOrEmpty(DocumentRow.WriteIdOf(entity))
                ? new StoredDocument(place, etag, name, content, rows.Digests, "it has no write id")
                : new StoredDocument(place, etag, name, content, rows.Digests, null);
        }
        catch (Exception exception)
            when (exception is FormatException or InvalidOperationException or ArgumentException)
        {
            // The table SDK throws the last two for a column of another type and for a key listed twice.
            var damage = exception is FormatException ? exception.Message : "a column has another type than it should";
            return new StoredDocument(place, etag, name, content, null, damage);
        }
    }

    private static StoredRecord RowOf(RecordPlace place, string etag, TableEntity entity)
    {
        try
        {
            var row = IndexRowReader.RowOf(entity);
            return new StoredIndexRow(place, etag, row, ColumnValues.Digest(row));
        }
        catch (FormatException)
        {
            return new StrangeRecord(place, etag, "its key is not escaped as keys are");
        }
    }
}
