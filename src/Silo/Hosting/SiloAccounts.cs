using Azure.Data.Tables;
using CeActors.AzureStorage;
using CeActors.Files;
using CeActors.Hosting.Configuration;

namespace CeActors.Silo.Hosting;

/// <summary>Opens the storage accounts that the settings name; nothing is sent yet.</summary>
internal static class SiloAccounts
{
    /// <summary>As the storage providers want it.</summary>
    public static TableAccount Tables(this SiloSettings settings, StorageAccount account) =>
        account.Open(
            uri => TableAccount.Connect(uri, settings.Identity.Credential),
            connectionString => TableAccount.Connect(connectionString)
        );

    /// <summary>As a reader of whole tables wants it.</summary>
    public static TableServiceClient TableService(this SiloSettings settings, StorageAccount account) =>
        account.Open(
            uri => new TableServiceClient(uri, settings.Identity.Credential),
            connectionString => new TableServiceClient(connectionString)
        );

    /// <summary>Evidence and statements, to be read.</summary>
    public static StoredFiles Files(this SiloSettings settings, StorageAccount account) =>
        new(
            EvidenceAccount.Open(
                new EvidenceOptions { ConnectionString = account.ConnectionString, ServiceUri = account.Uri },
                account.Uri is null ? null : settings.Identity.Credential,
                TimeProvider.System
            )
        );
}
