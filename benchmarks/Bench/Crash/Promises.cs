using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Data.Tables;
using CeActors.Benchmarks.Load;

namespace CeActors.Benchmarks.Crash;

/// <summary>What a check found broken, each in words that name the rows or commands; empty lists are what is promised.</summary>
/// <param name="Lost">Acknowledged commands whose version or answer is not there.</param>
/// <param name="Doubled">Versions that no acknowledged command made, or that two made.</param>
/// <param name="Gaps">Histories that are not contiguous from 1.</param>
/// <param name="Stray">Stored queue rows without a declaration that its unit holds, and the other way round.</param>
/// <param name="Unequal">Repeated commands that were answered differently.</param>
/// <param name="Lists">Served lists or counters that were not right within <see cref="Promises.ListsLimit"/>.</param>
public sealed record Broken(
    IReadOnlyCollection<string> Lost,
    IReadOnlyCollection<string> Doubled,
    IReadOnlyCollection<string> Gaps,
    IReadOnlyCollection<string> Stray,
    IReadOnlyCollection<string> Unequal,
    IReadOnlyCollection<string> Lists
)
{
    /// <summary>All of them.</summary>
    public IEnumerable<string> All => [.. Lost, .. Doubled, .. Gaps, .. Stray, .. Unequal, .. Lists];
}

/// <summary>Compares what clients were told with what the system says and stores. Nobody may be sending meanwhile.</summary>
public sealed class Promises(CrashCluster cluster, StoryPlace place)
{
    /// <summary>How long a unit's list may be wrong after a crash.</summary>
    public static readonly TimeSpan ListsLimit = TimeSpan.FromSeconds(60);

    private const int AtOnce = 16;
    private const int PageSize = 200;
    private static readonly TimeSpan ListsLookEvery = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentQueue<string> _lost = new();
    private readonly ConcurrentQueue<string> _doubled = new();
    private readonly ConcurrentQueue<string> _gaps = new();
    private readonly ConcurrentQueue<string> _stray = new();
    private readonly ConcurrentQueue<string> _unequal = new();
    private readonly ConcurrentQueue<string> _lists = new();

    /// <summary>What was found broken so far.</summary>
    public Broken Broken => new(_lost, _doubled, _gaps, _stray, _unequal, _lists);

    /// <summary>Longest that served lists needed to equal the rows, over all checks.</summary>
    public TimeSpan ListsTime { get; private set; }

    /// <summary>Rows against acknowledgements, lists and counters against rows.</summary>
    public async Task CheckQueuesAsync(CancellationToken cancellationToken)
    {
        var rows = await ReadRowsAsync(cancellationToken);
        var held = place
            .Ledger.Declarations.Values.Where(known => known.Holder is not null)
            .Select(known => (Unit: known.Holder!, known.Id))
            .ToHashSet();
        foreach (var (unit, id) in rows.Except(held))
        {
            _stray.Enqueue($"row w|{unit}|{id}, but {unit} does not hold {id}");
        }

        foreach (var (unit, id) in held.Except(rows))
        {
            _stray.Enqueue($"{unit} holds {id}, but there is no row w|{unit}|{id}");
        }

        var start = Stopwatch.GetTimestamp();
        var byUnit = rows.ToLookup(row => row.Unit, row => row.Id);
        await EachAsync(
            place.Province.Units,
            unit => CheckListAsync(unit, byUnit[unit.Code].ToHashSet(), start, cancellationToken),
            cancellationToken
        );
        var took = Stopwatch.GetElapsedTime(start);
        ListsTime = took > ListsTime ? took : ListsTime;
    }

    /// <summary>Every history against the acknowledged versions.</summary>
    public Task CheckHistoriesAsync(CancellationToken cancellationToken) =>
        EachAsync(
            place.Ledger.Declarations.Values,
            known => CheckHistoryAsync(known, cancellationToken),
            cancellationToken
        );

    /// <summary>Sends commands again, each with its own key: every one, or those newest.</summary>
    public Task RepeatAsync(int newest, CancellationToken cancellationToken) =>
        EachAsync(
            place.Ledger.Commands.TakeLast(newest),
            async command =>
            {
                var again = await place.Client.SendAsync(command.Request, 0, cancellationToken);
                if (again.Essence != command.Essence)
                {
                    _unequal.Enqueue(
                        $"{command.Request.Path}: {command.Essence}, repeated {again.Essence} {again.Code}"
                    );
                }
            },
            cancellationToken
        );

    private async Task CheckHistoryAsync(KnownDeclaration known, CancellationToken cancellationToken)
    {
        var path = $"/api/declarations/{known.Id}";
        var answer = await place.Client.SendAsync(new(known.Person, HttpMethod.Get, path), 0, cancellationToken);
        if (!answer.IsSuccess)
        {
            _lost.Enqueue($"{known.Id} is not there: {answer.Essence} {answer.Code}");
            return;
        }

        var history = answer
            .Body.GetProperty("history")
            .EnumerateArray()
            .Select(entry =>
                (Version: entry.GetProperty("version").GetInt64(), Action: entry.GetProperty("action").GetString()!)
            )
            .ToArray();
        if (
            !history
                .Select(entry => entry.Version)
                .SequenceEqual(Enumerable.Range(1, history.Length).Select(i => (long)i))
        )
        {
            _gaps.Enqueue($"{known.Id} has versions {string.Join(' ', history.Select(entry => entry.Version))}");
        }

        var told = known.Versions.Select(each => (Version: each.Version, Action: each.Action)).ToArray();
        foreach (var version in told.Except(history))
        {
            _lost.Enqueue($"{known.Id} v{version.Version} {version.Action} was acknowledged and is not in its history");
        }

        foreach (var version in history.Except(told))
        {
            _doubled.Enqueue($"{known.Id} v{version.Version} {version.Action} was made by nobody");
        }

        foreach (var version in told.GroupBy(each => each.Version).Where(group => group.Count() > 1))
        {
            _doubled.Enqueue($"{known.Id} v{version.Key} was acknowledged {version.Count()} times");
        }
    }

    private async Task CheckListAsync(
        LoadUnit unit,
        HashSet<string> stored,
        long start,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var (served, isLoading) = await ReadListAsync(unit, cancellationToken);
            var counts = await AskAsync(unit, "counts", cancellationToken);
            var total = counts.Number("total");
            if (!isLoading && served.SetEquals(stored) && total == stored.Count)
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(start) > ListsLimit)
            {
                var strange = served.Except(stored).Concat(stored.Except(served)).Take(5);
                _lists.Enqueue(
                    $"{unit.Code} serves {served.Count}, counts {total}, stored are {stored.Count}: {string.Join(' ', strange)}"
                );
                return;
            }

            await Task.Delay(ListsLookEvery, cancellationToken);
        }
    }

    private async Task<(HashSet<string> Ids, bool IsLoading)> ReadListAsync(
        LoadUnit unit,
        CancellationToken cancellationToken
    )
    {
        var ids = new HashSet<string>();
        string? after = null;
        do
        {
            var cursor = after is null ? "" : $"&after={Uri.EscapeDataString(after)}";
            var page = await AskAsync(unit, $"queue?pageSize={PageSize}{cursor}", cancellationToken);
            if (!page.IsSuccess || page.Body.GetProperty("isLoading").GetBoolean())
            {
                return (ids, true);
            }

            ids.UnionWith(
                page.Body.GetProperty("entries")
                    .EnumerateArray()
                    .Select(row => row.GetProperty("declarationId").GetString()!)
            );
            after = page.Text("next");
        } while (after is not null);

        return (ids, false);
    }

    private Task<Answer> AskAsync(LoadUnit unit, string what, CancellationToken cancellationToken) =>
        place.Client.SendAsync(
            new CrashRequest(unit.Reviewer, HttpMethod.Get, $"/api/units/{unit.Code}/{what}"),
            0,
            cancellationToken
        );

    private async Task<HashSet<(string Unit, string Id)>> ReadRowsAsync(CancellationToken cancellationToken)
    {
        var rows = new HashSet<(string, string)>();
        var account = new TableServiceClient(cluster.StorageConnectionString);
        for (var bucket = 0; bucket < CrashCluster.BucketCount; bucket++)
        {
            var query = account
                .GetTableClient($"State{bucket:D3}")
                .QueryAsync<TableEntity>("RowKey ge 'w|' and RowKey lt 'w}'", null, ["RowKey"], cancellationToken);
            await foreach (var row in query)
            {
                var parts = row.RowKey.Split('|');
                rows.Add((parts[1], parts[2]));
            }
        }

        return rows;
    }

    private static Task EachAsync<T>(IEnumerable<T> all, Func<T, Task> check, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (one, _) => await check(one)
        );
}
