using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Identity;
using CeActors.Grains.Review;

namespace CeActors.Benchmarks.Queue;

/// <summary>
/// Writes the waiting rows of one agency straight into the tables, 100 a transaction: 400,000 declarations would take a
/// quarter of an hour to file. The rows are made by the code that makes the real ones.
/// </summary>
public static class QueueLoader
{
    private const int RowsPerTransaction = 100;
    private const int TransactionsInFlight = 4;
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(5);
    private static readonly DateTimeOffset FirstFiling = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Surnames =
    [
        "王",
        "李",
        "张",
        "刘",
        "陈",
        "杨",
        "黄",
        "周",
        "吴",
        "徐",
        "孙",
        "欧阳",
    ];
    private static readonly string[] GivenNames =
    [
        "伟",
        "芳",
        "秀英",
        "敏",
        "静",
        "丽",
        "强",
        "磊",
        "洋",
        "艳",
        "志明",
    ];

    /// <summary>Loads rows; storage must have been laid out by a silo with as many buckets.</summary>
    public static async Task LoadAsync(
        string connectionString,
        Province province,
        string agencyCode,
        int itemCount,
        int bucketCount,
        CancellationToken cancellationToken
    )
    {
        var service = new TableServiceClient(connectionString);
        var groups = Enumerable
            .Range(0, itemCount)
            .GroupBy(item => item % bucketCount)
            .SelectMany(bucket => bucket.Chunk(RowsPerTransaction).Select(items => (Bucket: bucket.Key, Items: items)));
        var watch = Stopwatch.StartNew();
        var (done, said) = (0, 0L);
        await Parallel.ForEachAsync(
            groups,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = TransactionsInFlight,
                CancellationToken = cancellationToken,
            },
            async (group, stop) =>
            {
                // Table and partition of a bucket, as the storage provider names them.
                var table = service.GetTableClient(
                    string.Create(CultureInfo.InvariantCulture, $"State{group.Bucket:D3}")
                );
                var partition = string.Create(CultureInfo.InvariantCulture, $"b{group.Bucket:D3}");
                await table.SubmitTransactionAsync(
                    group.Items.Select(item => new TableTransactionAction(
                        TableTransactionActionType.Add,
                        Entity(partition, agencyCode, Entry(province, item, group.Bucket))
                    )),
                    stop
                );
                Interlocked.Add(ref done, group.Items.Length);
                var due = Interlocked.Read(ref said);
                if (
                    watch.ElapsedMilliseconds - due >= SayEvery.TotalMilliseconds
                    && Interlocked.CompareExchange(ref said, watch.ElapsedMilliseconds, due) == due
                )
                {
                    Progress.Say($"loading rows: {Volatile.Read(ref done)} of {itemCount}");
                }
            }
        );
    }

    private static TableEntity Entity(string partition, string agencyCode, QueueEntry entry)
    {
        var row = QueueRows.Waiting(agencyCode, entry);
        var entity = new TableEntity(partition, row.Key);
        foreach (var (column, value) in row.Columns)
        {
            if (value is not null)
            {
                entity[column] = value;
            }
        }

        return entity;
    }

    private static QueueEntry Entry(Province province, int item, int bucket)
    {
        var number = item.ToString("D7", CultureInfo.InvariantCulture);
        var employer = province.ChainOf(item).Employer.Code;
        var filed = FirstFiling.AddSeconds(item * 13L % 7_000_000);
        return new QueueEntry(
            string.Create(CultureInfo.InvariantCulture, $"{bucket:D3}-{UniquePart(number)}"),
            Version: 3,
            PersonIds.From("bench", number),
            Surnames[item % Surnames.Length] + GivenNames[item * 7 % GivenNames.Length],
            employer,
            $"单位{employer}",
            DeclarationStatus.PendingAgency,
            FromYear: 2024,
            ToYear: 2025,
            TotalQuarterHours: 720 + (item % 97),
            "intermediate",
            filed,
            filed.AddHours(item % 200),
            TargetsMet: item % 10 != 0
        );
    }

    // 26 characters of base32, different for different numbers.
    private static string UniquePart(string number) => PersonIds.From("bench-declaration", number)[1..] + "aa";
}
