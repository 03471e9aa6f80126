using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using CeActors.Files;

namespace CeActors.Local.Upkeep;

/// <summary>
/// Opens what verify, backup and restore are about: one account by a connection string, or two by their addresses (tables, then
/// files), signed in to as whoever runs the command. A deployment's accounts can be opened in the second way alone.
/// </summary>
public sealed class AccountClients
{
    private readonly Func<TimeProvider, EvidenceAccount> _files;

    private AccountClients(
        TableServiceClient tables,
        BlobServiceClient blobs,
        Func<TimeProvider, EvidenceAccount> files
    )
    {
        Tables = tables;
        Blobs = blobs;
        _files = files;
    }

    /// <summary>The tables of the state.</summary>
    public TableServiceClient Tables { get; }

    /// <summary>Evidence and statements.</summary>
    public BlobServiceClient Blobs { get; }

    /// <summary>Evidence and statements, as the app sees them.</summary>
    public StoredFiles Files(TimeProvider time) => new(_files(time));

    /// <summary>Opens them; nothing is sent yet.</summary>
    /// <param name="connection">A connection string, or two https addresses with a blank between them.</param>
    /// <exception cref="LocalFault">It is neither; the message does not quote it, because it may hold a key.</exception>
    public static AccountClients Open(string connection) =>
        connection.TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? ByAddresses(connection.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : ByString(connection);

    private static AccountClients ByAddresses(string[] addresses)
    {
        if (
            addresses is not [var tables, var blobs]
            || AddressOf(tables) is not { } tableUri
            || AddressOf(blobs) is not { } blobUri
        )
        {
            throw new LocalFault(
                "--connection has addresses, and not two of them that begin with https: give that of the tables, a blank, and that of the files."
            );
        }

        TokenCredential credential = new DefaultAzureCredential();
        return new AccountClients(
            new TableServiceClient(tableUri, credential),
            new BlobServiceClient(blobUri, credential),
            time => EvidenceAccount.Open(new EvidenceOptions { ServiceUri = blobUri }, credential, time)
        );
    }

    private static AccountClients ByString(string connection)
    {
        try
        {
            return new AccountClients(
                new TableServiceClient(connection),
                new BlobServiceClient(connection),
                time => EvidenceAccount.Open(new EvidenceOptions { ConnectionString = connection }, null, time)
            );
        }
        catch (Exception exception)
            when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            // What the SDK throws for it may hold the account's key.
            throw new LocalFault("--connection is no connection string of a storage account.");
        }
    }

    // A query would be a link that permits something; it is not taken for an address.
    private static Uri? AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Query.Length == 0
            ? uri
            : null;
}
