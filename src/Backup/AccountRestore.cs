using Azure.Data.Tables;
using CeActors.Grains.Storage;

namespace CeActors.Backup;

/// <summary>
/// Writes a backup into an empty account. The account's layout says "being restored" until the last row is there, so that no
/// silo starts on half of it.
/// </summary>
public sealed class AccountRestore
{
    /// <summary>The layout version of an account that is not restored yet; no program knows it.</summary>
    public const int UnfinishedLayoutVersion = -1;

    private readonly BackupOptions _options;
    private readonly StoredTables _tables;
    private long _rows;

    private AccountRestore(BackupOptions options)
    {
        _options = options;
        _tables = new StoredTables(options.Tables);
    }

    /// <summary>Restores a backup.</summary>
    /// <exception cref="BackupFault">The backup is broken or the account is not empty; nothing was written.</exception>
    public static Task<BackupManifest> RunAsync(BackupOptions options, CancellationToken cancellationToken) =>
        new AccountRestore(options).RunAsync(cancellationToken);

    private async Task<BackupManifest> RunAsync(CancellationToken cancellationToken)
    {
        var manifest = BackupManifest.ReadChecked(_options.Folder);
        var blobs = new BlobCopies(_options);
        await blobs.CheckAsync(cancellationToken);
        await RequireEmptyAsync(cancellationToken);
        var tables = manifest.Files.Select(file => BackupNames.TableOf(file.Name)).OfType<string>().ToList();
        var layouts = new[] { _tables.State, _tables.Registry }.Select(StoredTables.LayoutOf).ToList();
        foreach (var layout in layouts)
        {
            await WriteLayoutAsync(layout, isFinished: false, cancellationToken);
        }

        var replaced = await ReplacedDocument.ReadAsync(_options.Folder, cancellationToken);
        foreach (var table in tables.Except(layouts))
        {
            await _options.Tables.CreateTableIfNotExistsAsync(table, cancellationToken);
            var lines = LineFile.ReadAsync(_options.Folder, BackupNames.OfTable(table), cancellationToken);
            await WriteAsync(table, lines, row => !replaced.Has(table, row.RowKey), cancellationToken);
        }

        await WriteChangesAsync(tables, cancellationToken);
        await blobs.CopyInAsync(cancellationToken);
        foreach (var layout in layouts)
        {
            await WriteLayoutAsync(layout, isFinished: true, cancellationToken);
        }

        return manifest;
    }

    private async Task RequireEmptyAsync(CancellationToken cancellationToken)
    {
        await foreach (var table in _options.Tables.QueryAsync(cancellationToken: cancellationToken))
        {
            if (
                table.Name.StartsWith(StorageNames.StateTablePrefix, StringComparison.Ordinal)
                || table.Name.StartsWith(StorageNames.RegistryTablePrefix, StringComparison.Ordinal)
                || table.Name == StoredTables.Reminders
            )
            {
                throw new BackupFault(
                    $"Account {_options.Tables.AccountName} is not empty: it has table {table.Name}. Restore into a new account."
                );
            }
        }

        foreach (var name in BlobCopies.Containers)
        {
            var container = _options.Blobs.GetBlobContainerClient(name);
            if (!await container.ExistsAsync(cancellationToken))
            {
                continue;
            }

            await foreach (var _ in container.GetBlobsAsync(cancellationToken: cancellationToken))
            {
                throw new BackupFault(
                    $"Account {_options.Blobs.AccountName} is not empty: container {name} has files. Restore into a new account."
                );
            }
        }
    }

    /// <summary>The layout as it was, in the name of this account.</summary>
    private async Task WriteLayoutAsync(string table, bool isFinished, CancellationToken cancellationToken)
    {
        await _options.Tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        await foreach (var line in LineFile.ReadAsync(_options.Folder, BackupNames.OfTable(table), cancellationToken))
        {
            var (row, _, _) = RowLine.Read(line);
            if (!isFinished)
            {
                row["LayoutVersion"] = UnfinishedLayoutVersion;
            }

            if (row.GetString("Buckets") is { } buckets)
            {
                row["Buckets"] = string.Join(
                    ';',
                    buckets.Split(';').Select(bucket => $"{_options.Tables.AccountName}/{bucket.Split('/')[^1]}")
                );
            }

            await _options
                .Tables.GetTableClient(table)
                .UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        }
    }

    private async Task WriteChangesAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken)
    {
        // Persons are many and tables few: the rows are sorted out by reading the list once a table.
        foreach (var table in tables)
        {
            var lines = LineFile
                .ReadAsync(_options.Folder, BackupNames.Changes, cancellationToken)
                .Where(line => RowLine.Read(line).Table == table);
            await WriteAsync(table, lines, _ => true, cancellationToken);
        }
    }

    private async Task WriteAsync(
        string table,
        IAsyncEnumerable<string> lines,
        Func<TableEntity, bool> isWanted,
        CancellationToken cancellationToken
    )
    {
        var client = _options.Tables.GetTableClient(table);
        var actions = new Dictionary<string, TableTransactionAction>(StringComparer.Ordinal);
        var (partition, characters) = ("", 0);
        await foreach (var line in lines)
        {
            var (row, _, _) = RowLine.Read(line);
            if (!isWanted(row))
            {
                continue;
            }

            if (
                actions.Count == BackupLimits.TransactionRowsMax
                || (actions.Count > 0 && row.PartitionKey != partition)
                || (actions.Count > 0 && characters + line.Length > BackupLimits.TransactionCharactersMax)
                || actions.ContainsKey(row.RowKey)
            )
            {
                await client.SubmitTransactionAsync(actions.Values, cancellationToken);
                actions.Clear();
                characters = 0;
            }

            // A repeated request after a lost answer changes nothing.
            actions[row.RowKey] = new TableTransactionAction(TableTransactionActionType.UpsertReplace, row);
            (partition, characters) = (row.PartitionKey, characters + line.Length);
            if (++_rows % BackupLimits.LinesBetweenReports == 0)
            {
                _options.Progress?.Report(new BackupProgress("tables", _rows));
            }
        }

        if (actions.Count > 0)
        {
            await client.SubmitTransactionAsync(actions.Values, cancellationToken);
        }
    }
}
