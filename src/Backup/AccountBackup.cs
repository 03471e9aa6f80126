using Azure.Data.Tables;
using CeActors.AzureStorage.Inspection;

namespace CeActors.Backup;

/// <summary>
/// Copies an account into a folder while the system works. No scan of many tables is of one instant, so it is made right
/// afterwards: every document that changed since it was copied is found by its etag, and all documents of its person are
/// read again together until they hold still. What is left as it was copied did not change until it was looked at again.
/// </summary>
/// <remarks>
/// Order: batches are copied before the declarations that they decided on are looked at again, and the registry after
/// everything that names units, because units are never taken away; registers of residents after the people in them. Files come last, because documents name only files that
/// are there and files never change.
/// </remarks>
public sealed class AccountBackup
{
    private readonly BackupOptions _options;
    private readonly StoredTables _tables;
    private readonly List<BackupFile> _files = [];
    private long _rows;

    private AccountBackup(BackupOptions options)
    {
        _options = options;
        _tables = new StoredTables(options.Tables);
    }

    /// <summary>Takes a backup.</summary>
    /// <exception cref="BackupFault">It cannot be taken; the message says why.</exception>
    public static Task<BackupManifest> RunAsync(BackupOptions options, CancellationToken cancellationToken) =>
        new AccountBackup(options).RunAsync(cancellationToken);

    private async Task<BackupManifest> RunAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(_options.Folder) && Directory.EnumerateFileSystemEntries(_options.Folder).Any())
        {
            throw new BackupFault($"{_options.Folder} is not empty: give a backup a folder of its own.");
        }

        Directory.CreateDirectory(_options.Folder);
        var startedAt = _options.Time.GetUtcNow();
        var buckets = await _tables.BucketsOfAsync(_tables.State, cancellationToken);
        var registryBuckets = await _tables.BucketsOfAsync(_tables.Registry, cancellationToken);
        foreach (var area in (StoredAccount[])[_tables.State, _tables.Registry])
        {
            await CopyAsync(StoredTables.LayoutOf(area), cancellationToken);
        }

        var reminders = await RemindersAsync(cancellationToken);
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            await CopyAsync(_tables.State.TableOf(bucket), cancellationToken);
        }

        var changed = new ChangedPeople();
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            await CompareAsync(bucket, changed, cancellationToken);
        }

        await RereadAsync(changed, new DocumentGroup(_tables, buckets), cancellationToken);
        for (var bucket = 0; bucket < registryBuckets; bucket++)
        {
            await CopyStillAsync(_tables.Registry.TableOf(bucket), cancellationToken);
        }

        foreach (var (key, row) in await RemindersAsync(cancellationToken))
        {
            reminders[key] = row;
        }

        await WriteAsync(BackupNames.OfTable(StoredTables.Reminders), reminders.Values);
        var blobs = await new BlobCopies(_options).CopyOutAsync(_files, cancellationToken);
        var manifest = new BackupManifest
        {
            Format = BackupLimits.Format,
            Account = _options.Tables.AccountName,
            StartedAt = startedAt,
            FinishedAt = _options.Time.GetUtcNow(),
            Rows = _rows,
            PersonsReread = changed.People.Count,
            Blobs = blobs,
            Files = [.. _files.OrderBy(file => file.Name, StringComparer.Ordinal)],
        };
        manifest.Write(_options.Folder);
        return manifest;
    }

    private async Task CopyAsync(string table, CancellationToken cancellationToken)
    {
        await using var file = LineFile.Create(_options.Folder, BackupNames.OfTable(table));
        await foreach (var row in _tables.ReadAsync(table, columns: null, cancellationToken))
        {
            await file.WriteAsync([RowLine.Write(row)]);
            Count("tables");
        }

        _files.Add(await file.FinishAsync());
    }

    /// <summary>Copies a table until nothing of it has changed meanwhile.</summary>
    private async Task CopyStillAsync(string table, CancellationToken cancellationToken)
    {
        for (var copy = 0; copy < BackupLimits.RegistryCopiesMax; copy++)
        {
            var before = _rows;
            await CopyAsync(table, cancellationToken);
            var isStill = true;
            await foreach (
                var difference in TableDifference.ReadAsync(_options.Folder, _tables, table, cancellationToken)
            )
            {
                isStill &= difference is null;
            }

            if (isStill)
            {
                return;
            }

            _files.RemoveAt(_files.Count - 1);
            _rows = before;
        }

        throw new BackupFault($"{table} changed in each of {BackupLimits.RegistryCopiesMax} copies: try again later.");
    }

    /// <summary>Finds the documents of a bucket that are not as they were copied.</summary>
    private async Task CompareAsync(int bucket, ChangedPeople changed, CancellationToken cancellationToken)
    {
        var table = _tables.State.TableOf(bucket);
        await foreach (var key in TableDifference.ReadAsync(_options.Folder, _tables, table, cancellationToken))
        {
            if (
                key is not null
                && await _tables.State.ReadAsync(bucket, key, cancellationToken) is StoredDocument document
                && !DocumentPeople.IsBatch(document.Name)
            )
            {
                changed.Add(document);
            }
        }
    }

    private async Task RereadAsync(ChangedPeople changed, DocumentGroup groups, CancellationToken cancellationToken)
    {
        await using var replaced = LineFile.Create(_options.Folder, BackupNames.Replaced);
        await using var rows = LineFile.Create(_options.Folder, BackupNames.Changes);
        IEnumerable<(string? Person, IReadOnlyCollection<DocumentName> Seeds)> all =
        [
            .. changed.People.Select(person => ((string?)person.Key, (IReadOnlyCollection<DocumentName>)person.Value)),
            .. changed.Alone.Select(name => ((string?)null, (IReadOnlyCollection<DocumentName>)[name])),
        ];
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = BackupLimits.ConcurrentGroupsMax,
                CancellationToken = cancellationToken,
            },
            async (group, token) =>
            {
                var (looked, found) = await groups.ReadAsync(group.Person, group.Seeds, token);
                await replaced.WriteAsync(
                    looked.Select(name => ReplacedDocument.Write(_tables.State.TableOf(groups.BucketOf(name)), name))
                );
                await rows.WriteAsync(found.Select(row => RowLine.Write(row.Row, row.Table)));
            }
        );
        // Last of all: a register has no person of its own, and whoever was read above was in it before. What a restore meets last counts.
        var registers = new HashSet<DocumentName>(changed.Registers);
        foreach (var person in changed.People.Keys)
        {
            registers.UnionWith(await groups.RegistersOfAsync(person, cancellationToken));
        }

        foreach (var register in registers)
        {
            var (looked, found) = await groups.ReadAsync(null, [register], cancellationToken);
            await replaced.WriteAsync(
                looked.Select(name => ReplacedDocument.Write(_tables.State.TableOf(groups.BucketOf(name)), name))
            );
            await rows.WriteAsync(found.Select(row => RowLine.Write(row.Row, row.Table)));
        }

        _rows += rows.Lines;
        _files.Add(await replaced.FinishAsync());
        _files.Add(await rows.FinishAsync());
    }

    private async Task<Dictionary<(string, string), TableEntity>> RemindersAsync(CancellationToken cancellationToken)
    {
        var rows = new Dictionary<(string, string), TableEntity>();
        await foreach (var row in _tables.ReadAsync(StoredTables.Reminders, columns: null, cancellationToken))
        {
            rows[(row.PartitionKey, row.RowKey)] = row;
        }

        return rows;
    }

    private async Task WriteAsync(string name, IEnumerable<TableEntity> rows)
    {
        await using var file = LineFile.Create(_options.Folder, name);
        await file.WriteAsync(rows.Select(row => RowLine.Write(row)));
        _rows += file.Lines;
        _files.Add(await file.FinishAsync());
    }

    private void Count(string step)
    {
        _rows++;
        if (_rows % BackupLimits.LinesBetweenReports == 0)
        {
            _options.Progress?.Report(new BackupProgress(step, _rows));
        }
    }
}
