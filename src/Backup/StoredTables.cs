using System.Text.Json;
using Azure.Data.Tables;
using CeActors.AzureStorage.Inspection;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Grains.Storage;

namespace CeActors.Backup;

/// <summary>The tables that a backup holds. Those of clusters are not among them: a restored account has no silos.</summary>
internal sealed class StoredTables(TableServiceClient service)
{
    /// <summary>The table of reminders, as the official provider names it.</summary>
    public const string Reminders = "OrleansReminders";

    private const string LayoutSuffix = "Layout";
    private const int RowsPerPage = 1_000;

    /// <summary>Documents but units.</summary>
    public StoredAccount State { get; } = new(service, StorageNames.StateTablePrefix);

    /// <summary>Units.</summary>
    public StoredAccount Registry { get; } = new(service, StorageNames.RegistryTablePrefix);

    /// <summary>Table of a provider's layout.</summary>
    public static string LayoutOf(StoredAccount area) => area.TablePrefix + LayoutSuffix;

    /// <summary>Buckets of a provider.</summary>
    /// <exception cref="BackupFault">There is no layout of one account.</exception>
    public async Task<int> BucketsOfAsync(StoredAccount area, CancellationToken cancellationToken)
    {
        var layout = await area.ReadLayoutAsync(cancellationToken);
        if (layout is not { Version: StoredAccount.KnownLayoutVersion, BucketCount: { } count and > 0 })
        {
            throw new BackupFault(
                $"{LayoutOf(area)} holds no layout that this program knows: there is nothing to back up."
            );
        }

        return layout.Buckets.All(bucket => bucket.StartsWith(service.AccountName + "/", StringComparison.Ordinal))
            ? count
            : throw new BackupFault(
                $"The buckets of {area.TablePrefix} lie in several accounts: this program backs up one."
            );
    }

    /// <summary>All rows of a table by their keys; nothing when there is no such table.</summary>
    public async IAsyncEnumerable<TableEntity> ReadAsync(
        string table,
        IEnumerable<string>? columns,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var pages = service
            .GetTableClient(table)
            .QueryAsync<TableEntity>(default(string), RowsPerPage, columns, cancellationToken)
            .AsPages()
            .GetAsyncEnumerator(cancellationToken);
        await using (pages)
        {
            while (await HasNextAsync(pages))
            {
                foreach (var row in pages.Current.Values)
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>One row as it is; null when it is not there.</summary>
    public async Task<TableEntity?> FindAsync(
        StoredAccount area,
        int bucket,
        string rowKey,
        CancellationToken cancellationToken
    )
    {
        var row = await service
            .GetTableClient(area.TableOf(bucket))
            .GetEntityIfExistsAsync<TableEntity>(
                StoredAccount.PartitionOf(bucket),
                rowKey,
                cancellationToken: cancellationToken
            );
        return row.HasValue ? row.Value : null;
    }

    private static async Task<bool> HasNextAsync<T>(IAsyncEnumerator<T> pages)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (Azure.RequestFailedException exception)
            when (exception.Status == 404 && exception.ErrorCode == "TableNotFound")
        {
            return false;
        }
    }
}

/// <summary>What a backup must know of a document.</summary>
internal static class DocumentPeople
{
    private const string Person = "professional";
    private const string Register = "resident-register";

    /// <summary>The document of a person.</summary>
    public static DocumentName OfPerson(string personId) => new(Person, Person, personId);

    /// <summary>The document of a declaration.</summary>
    public static DocumentName OfDeclaration(string id) => new("declaration", "declaration", id);

    /// <summary>The document of a statement.</summary>
    public static DocumentName OfStatement(string number) => new("statement", "statement", number);

    /// <summary>Whether it is a register of residents.</summary>
    public static bool IsRegister(DocumentName name) => name.GrainType == Register;

    /// <summary>The register that a person is in; none when they are not registered.</summary>
    public static IEnumerable<DocumentName> RegistersOf(StoredDocument person) =>
        ResidentId.TryParse(Text(person, "pf", "rid"), DateOnly.MaxValue) is { } residentId
            ? [new DocumentName(Register, "residents", ResidentRegister.KeyOf(residentId.RegisterDigest))]
            : [];

    /// <summary>Whether it is a batch: its outcomes are older than the declarations it decided on.</summary>
    public static bool IsBatch(DocumentName name) => name.GrainType == "batch";

    /// <summary>The person whose documents change together with this one; null when it stands alone or cannot be read.</summary>
    public static string? PersonOf(StoredDocument document) =>
        document.Name.GrainType switch
        {
            Person => document.Name.GrainKey,
            "declaration" => Text(document, "p", "id"),
            "statement" => Text(document, "p"),
            _ => null,
        };

    /// <summary>Names of the declarations and statements in a person's lists.</summary>
    public static IEnumerable<DocumentName> ListsOf(StoredDocument person)
    {
        if (person.Content is null || Parse(person) is not { } json)
        {
            return [];
        }

        using (json)
        {
            var declarations = Items(json.RootElement, "d")
                .Select(item => item.TryGetProperty("id", out var id) ? id.GetString() : null)
                .OfType<string>()
                .Select(OfDeclaration);
            var statements = Items(json.RootElement, "s")
                .Select(item => item.GetString())
                .OfType<string>()
                .Select(OfStatement);
            return [.. declarations, .. statements];
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string? Text(StoredDocument document, params string[] path)
    {
        using var json = Parse(document);
        var at = json?.RootElement;
        foreach (var name in path)
        {
            at =
                at is { ValueKind: JsonValueKind.Object } inner && inner.TryGetProperty(name, out var next)
                    ? next
                    : null;
        }

        return at is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
    }

    private static JsonDocument? Parse(StoredDocument document)
    {
        try
        {
            return document.Content is { } content ? JsonDocument.Parse(content.ToMemory()) : null;
        }
        catch (JsonException)
        {
            return null; // it is backed up as it is; a verification tells that it is damaged
        }
    }
}
