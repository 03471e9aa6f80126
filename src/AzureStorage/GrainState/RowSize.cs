using Azure.Data.Tables;

namespace CeActors.AzureStorage.GrainState;

/// <summary>The size of a row as the service counts it, by its published formula.</summary>
internal static class RowSize
{
    private const int RowBytes = 4;
    private const int ColumnBytes = 8;
    private const int LengthBytes = 4;

    /// <summary>The bytes of a row with its keys; of values it knows the types that are written here.</summary>
    public static int Of(TableEntity row)
    {
        var bytes = RowBytes + 2 * (row.PartitionKey.Length + row.RowKey.Length);
        foreach (var (name, value) in row)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
            {
                bytes += ColumnBytes + 2 * name.Length + BytesOf(value);
            }
        }

        return bytes;
    }

    private static int BytesOf(object? value) =>
        value switch
        {
            string text => LengthBytes + 2 * text.Length,
            byte[] binary => LengthBytes + binary.Length,
            bool => 1,
            int => 4,
            _ => 8,
        };
}
