namespace CeActors.AzureStorage.Transactions;

/// <summary>The key in a connection string.</summary>
internal static class AccountKey
{
    private const string Key = "AccountKey=";

    /// <summary>The key; null where there is none, as with a shared access signature.</summary>
    public static string? In(string connectionString) =>
        connectionString
            .Split(';', StringSplitOptions.TrimEntries)
            .FirstOrDefault(part => part.StartsWith(Key, StringComparison.OrdinalIgnoreCase))
            is { } part
        && part.Length > Key.Length
            ? part[Key.Length..]
            : null;
}
