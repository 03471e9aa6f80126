namespace CeActors.Hosting.Configuration;

/// <summary>
/// A storage account: by its address, signed in to by the identity of this process (in Azure), or by a connection string that holds
/// a key (on a developer's machine).
/// </summary>
public sealed class StorageAccount
{
    private StorageAccount(Uri? uri, string? connectionString)
    {
        Uri = uri;
        ConnectionString = connectionString;
    }

    /// <summary>The address of its tables or blobs; null when there is a connection string.</summary>
    public Uri? Uri { get; }

    /// <summary>Holds a key; null when there is an address.</summary>
    public string? ConnectionString { get; }

    /// <summary>An account that is signed in to.</summary>
    public static StorageAccount At(Uri uri) => new(uri, null);

    /// <summary>An account whose key is known.</summary>
    public static implicit operator StorageAccount(string connectionString) => new(null, connectionString);

    /// <summary>Opens it in one of the two ways.</summary>
    public T Open<T>(Func<Uri, T> byIdentity, Func<string, T> byKey) =>
        Uri is { } uri ? byIdentity(uri) : byKey(ConnectionString!);

    /// <summary>Never the key.</summary>
    public override string ToString() => Uri?.Host ?? "by connection string";
}

/// <summary>Reads storage accounts.</summary>
public static class StorageAccountSettings
{
    private static readonly string[] Endpoints = ["TableEndpoint", "BlobEndpoint", "AccountName"];

    /// <summary>The account that must be there.</summary>
    /// <param name="reader">Takes what is wrong.</param>
    /// <param name="stringKey">Key of the connection string.</param>
    /// <param name="uriKey">Key of the address.</param>
    public static StorageAccount Account(this SettingsReader reader, string stringKey, string uriKey)
    {
        if (reader.AccountIfAny(stringKey, uriKey) is { } account)
        {
            return account;
        }

        if (reader.Text(stringKey) is null && reader.Text(uriKey) is null)
        {
            reader.Add(
                $"{stringKey} is missing: set it, or the environment variable {stringKey.Replace(":", "__")}, to the "
                    + $"connection string of a storage account, or {uriKey} to its address, to sign in by managed identity."
            );
        }

        return "";
    }

    /// <summary>The account, or null when neither key is set. Both are wrong, since nobody could tell which one counts.</summary>
    public static StorageAccount? AccountIfAny(this SettingsReader reader, string stringKey, string uriKey)
    {
        var connectionString = reader.Text(stringKey);
        var address = reader.Text(uriKey);
        if (connectionString is not null && address is not null)
        {
            reader.Add($"{stringKey} and {uriKey} are both set: leave one of them out.");
            return null;
        }

        return address is not null ? ByAddress(reader, uriKey, address)
            : connectionString is not null ? ByString(reader, stringKey, connectionString)
            : null;
    }

    private static StorageAccount? ByAddress(SettingsReader reader, string key, string text)
    {
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme == Uri.UriSchemeHttps
            && uri.UserInfo.Length == 0
            && uri.Query.Length == 0
            && uri.Fragment.Length == 0
        )
        {
            return StorageAccount.At(uri);
        }

        // What was given is not quoted: somebody may have put a signature there.
        reader.Add($"{key} is no https address without a query: give one such as https://name.table.core.windows.net.");
        return null;
    }

    private static StorageAccount? ByString(SettingsReader reader, string key, string text)
    {
        var names = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .Select(part => part[0])
            .ToArray();
        if (
            names is ["UseDevelopmentStorage", ..]
            || names.Intersect(Endpoints, StringComparer.OrdinalIgnoreCase).Any()
        )
        {
            return text;
        }

        reader.Add($"{key} is no connection string of a storage account: copy it whole, or leave it out.");
        return null;
    }
}
