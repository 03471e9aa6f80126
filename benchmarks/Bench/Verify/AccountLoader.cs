using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using CeActors.AzureStorage;
using CeActors.AzureStorage.Inspection;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Systems;
using CeActors.Contracts.Identity;
using CeActors.Domain.Declarations;
using CeActors.Domain.Identity;
using CeActors.Grains.Declarations;
using CeActors.Grains.Professionals;
using CeActors.Grains.Storage;

namespace CeActors.Benchmarks.Verify;

/// <summary>
/// Writes people and their declarations straight into the tables, with all the rows that belong to them: filing them would
/// take a quarter of an hour. Every second one waits at the agency, the others are recognised.
/// </summary>
public static class AccountLoader
{
    private const int RowsPerTransaction = 96;
    private const int TransactionsInFlight = 4;
    private const long FirstFiling = 1_780_000_000_000;

    /// <summary>Loads; the storage must have been laid out by a silo with as many buckets.</summary>
    /// <returns>Rows written.</returns>
    public static async Task<long> LoadAsync(
        string connectionString,
        Province province,
        int declarations,
        int buckets,
        CancellationToken cancellationToken
    )
    {
        var tables = new TableServiceClient(connectionString);
        var (rows, done) = (0L, 0);
        var partitioner = Partitioner.Create(Enumerable.Range(0, declarations).Chunk(5_000));
        foreach (var chunk in partitioner.GetDynamicPartitions())
        {
            var entities = chunk
                .SelectMany(number => RowsOf(province, number, buckets))
                .GroupBy(row => row.Table)
                .SelectMany(table => Groups(table.Key, [.. table.Select(row => row.Row)]));
            await Parallel.ForEachAsync(
                entities,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = TransactionsInFlight,
                    CancellationToken = cancellationToken,
                },
                async (group, stop) =>
                {
                    var actions = group.Rows.Select(row => new TableTransactionAction(
                        TableTransactionActionType.Add,
                        row
                    ));
                    await tables.GetTableClient(group.Table).SubmitTransactionAsync(actions, stop);
                    Interlocked.Add(ref rows, group.Rows.Length);
                }
            );
            done += chunk.Length;
            Progress.Say($"loading declarations: {done} of {declarations}");
        }

        return rows;
    }

    private static IEnumerable<(string Table, TableEntity[] Rows)> Groups(string table, TableEntity[] rows) =>
        rows.Chunk(RowsPerTransaction).Select(chunk => (table, chunk));

    private static IEnumerable<(string Table, TableEntity Row)> RowsOf(Province province, int number, int buckets)
    {
        var chain = province.ChainOf(number);
        var person = PersonId.Parse(PersonIds.From("bench", Text(number)));
        var id = DeclarationId.Derive(number % buckets, person, CommandId.Parse($"command-{Text(number)}")).Value;
        var professional = new ProfessionalDocument
        {
            PersonId = person.Value,
            Registration = new RegistrationPart
            {
                Name = "王小明",
                ResidentId = ResidentIds.Number(number),
                EmployerCode = chain.Employer.Code,
                EmployerName = "单位",
                Version = 1,
            },
            Declarations = [new ReservationPart { DeclarationId = id, At = FirstFiling }],
        };
        var name = new DocumentName("professional", "professional", person.Value);
        yield return Document(StoredAccount.HashedBucketOf(name, buckets), name, professional, []);
        var declaration = Declaration(chain, person.Value, id, isRecognised: number % 2 == 1);
        var rows = declaration.ToRows().Select(row => new IndexRow(row.Key, row.Columns)).ToList();
        var bucket = number % buckets;
        yield return Document(bucket, new DocumentName("declaration", "declaration", id), declaration, rows);
        foreach (var row in rows)
        {
            var entity = new TableEntity(StoredAccount.PartitionOf(bucket), StoredAccount.ListingOf(row).Key);
            foreach (var (column, value) in row.Columns)
            {
                if (value is not null)
                {
                    entity[column] = value;
                }
            }

            yield return (TableOf(bucket), entity);
        }
    }

    private static DeclarationDocument Declaration(Chain chain, string person, string id, bool isRecognised)
    {
        HistoryPart Entry(string action, int? unit, int? next, DeclarationStatus after, int step) =>
            new()
            {
                Action = action,
                At = FirstFiling + (step * 3_600_000L),
                ActorPersonId = unit is null ? null : PersonIds.From("bench", $"reviewer {unit}"),
                ActorName = unit is null ? null : "李审核",
                Unit = unit,
                NextUnit = next,
                RuleSetVersion = step == 0 ? "load-test" : null,
                StatusAfter = (int)after,
            };

        var history = new List<HistoryPart>
        {
            Entry(DeclarationActions.Submitted, null, 0, DeclarationStatus.PendingEmployer, 0),
            Entry(DeclarationActions.Passed, 0, 1, DeclarationStatus.PendingSuperior, 1),
            Entry(DeclarationActions.Passed, 1, 2, DeclarationStatus.PendingAgency, 2),
        };
        if (isRecognised)
        {
            history.Add(Entry(DeclarationActions.Recognised, 2, null, DeclarationStatus.Recognised, 3));
        }

        return new DeclarationDocument
        {
            Id = id,
            Units = [chain.Employer.Code, "单位", chain.Department.Code, "主管部门", chain.Agency.Code, "经办机构"],
            Profile = new ProfilePart
            {
                PersonId = person,
                Name = "王小明",
                MaskedResidentId = "4301**********0000",
                Version = 1,
            },
            Status = history[^1].StatusAfter,
            Level = isRecognised ? 0 : 2,
            Holder = isRecognised ? null : 2,
            RoutedBy = isRecognised ? null : 1,
            DraftRevision = 1,
            Head = new HeadPart
            {
                Phone = "13800001111",
                Title = "讲师",
                TitleLevel = "intermediate",
                PromisesTruth = true,
            },
            Items =
            [
                .. Enumerable
                    .Range(0, 6)
                    .Select(item => new ItemPart
                    {
                        ItemId = $"item{item}abcdefgh",
                        Year = 2022 + (item / 2),
                        Subject = item % 2 == 0 ? "general" : "professional",
                        ActivityType = "training",
                        ActivityName = "继续教育培训",
                        Organiser = "省继续教育基地",
                        StartDate = "2024-03-01",
                        EndDate = "2024-03-05",
                        Hours = "45",
                    }),
            ],
            History = [.. history],
            SubmittedYears = [.. Enumerable.Range(2022, 3).Select(year => (int[])[year, 120, 240, 120, 240, 360])],
            SubmittedTitleLevel = "intermediate",
            SubmittedRevision = 1,
            SubmittedAt = FirstFiling,
            RecognisedAt = isRecognised ? history[^1].At : null,
            Agency = isRecognised ? 2 : null,
        };
    }

    private static (string Table, TableEntity Row) Document<T>(
        int bucket,
        DocumentName name,
        T document,
        IReadOnlyList<IndexRow> rows
    )
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(document, DocumentJson.Options);
        var entity = new TableEntity(StoredAccount.PartitionOf(bucket), StoredAccount.KeyOf(name))
        {
            ["D0"] = bytes,
            ["L"] = bytes.Length,
            ["W"] = "bench",
            ["R"] = string.Join('\n', rows.Select(StoredAccount.ListingOf).Select(row => $"{row.Digest} {row.Key}")),
        };
        return (TableOf(bucket), entity);
    }

    private static string TableOf(int bucket) =>
        string.Create(CultureInfo.InvariantCulture, $"{StorageNames.StateTablePrefix}{bucket:D3}");

    private static string Text(int number) => number.ToString("D7", CultureInfo.InvariantCulture);
}
