namespace CeActors.Grains.Storage;

/// <summary>Reads columns of a <see cref="StoredRow"/>; what is missing or of another type is a <see cref="FormatException"/>.</summary>
internal static class RowColumns
{
    /// <summary>A text that must be there.</summary>
    public static string Text(this StoredRow row, string column) => row.Value<string>(column);

    /// <summary>A text; null when absent.</summary>
    public static string? OptionalText(this StoredRow row, string column) =>
        row.Columns.TryGetValue(column, out var value) ? value as string : null;

    /// <summary>A number that must be there and fit.</summary>
    public static int Number(this StoredRow row, string column) => checked((int)row.LongNumber(column));

    /// <summary>A number that must be there.</summary>
    public static long LongNumber(this StoredRow row, string column) =>
        row.Columns.GetValueOrDefault(column) switch
        {
            int number => number,
            long number => number,
            _ => throw Missing(row, column),
        };

    /// <summary>A number; null when absent.</summary>
    public static long? OptionalLongNumber(this StoredRow row, string column) =>
        row.Columns.GetValueOrDefault(column) is null ? null : row.LongNumber(column);

    /// <summary>An instant that must be there.</summary>
    public static DateTimeOffset Instant(this StoredRow row, string column) => row.Value<DateTimeOffset>(column);

    /// <summary>A yes or no that must be there.</summary>
    public static bool Flag(this StoredRow row, string column) => row.Value<bool>(column);

    /// <summary>The part of the key after its last <c>|</c>.</summary>
    public static string LastPartOfKey(this StoredRow row) => row.Key[(row.Key.LastIndexOf('|') + 1)..];

    private static T Value<T>(this StoredRow row, string column) =>
        row.Columns.GetValueOrDefault(column) is T value ? value : throw Missing(row, column);

    private static FormatException Missing(StoredRow row, string column) =>
        new($"Row '{row.Key}' has no column '{column}' of the right type.");
}
