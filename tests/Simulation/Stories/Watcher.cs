using CeActors.Contracts;
using CeActors.Contracts.Review;

namespace CeActors.Simulation.Stories;

/// <summary>Looks at lists: while things happen, so that the "done" lists are in memory, and at the end, against what is stored.</summary>
internal sealed class Watcher(World world)
{
    /// <summary>The first page of a list, the longest first.</summary>
    public static QueueQuery First => Query(null);

    private const int PageSize = 200;
    private const int LoadingPollsMax = 200;

    /// <summary>Opens all lists of all units.</summary>
    public async Task OpenAsync()
    {
        foreach (var unit in Office.Units)
        {
            await Unit(unit).GetDoneAsync(Office.ReviewerOf(unit), First);
        }
    }

    /// <summary>Opens lists now and then, until told to end.</summary>
    public async Task WatchAsync(Func<bool> ends)
    {
        while (!ends() && world.Promises.Broken is null)
        {
            var unit = world.Chance.Of(Office.Units);
            try
            {
                await Unit(unit).GetDoneAsync(Office.ReviewerOf(unit), Query(null));
            }
            catch (Exception exception)
            {
                world.Cluster.Say($"the list of {unit} could not be read: {exception.Message}");
            }

            await world.Wait(world.Chance.Milliseconds(500, 8_000));
        }
    }

    /// <summary>Every list of every unit against the stored rows.</summary>
    public async Task CheckAsync()
    {
        foreach (var unit in Office.Units)
        {
            await CheckAsync(unit, 'w', (unitGrain, query) => unitGrain.GetQueueAsync(Office.ReviewerOf(unit), query));
            await CheckAsync(unit, 'p', (unitGrain, query) => unitGrain.GetDoneAsync(Office.ReviewerOf(unit), query));
            var counts = (await Unit(unit).GetCountsAsync(Office.ReviewerOf(unit))).Value!;
            var waiting = world.Promises.RowsOf('w', unit).Count;
            world.Promises.Require(
                counts.Total == waiting
                    && counts.ByAgeDays.Sum() == waiting
                    && counts.ByEmployer.Sum(employer => employer.Count) == waiting,
                $"promise 2: {unit} counts {counts.Total}, {counts.ByAgeDays.Sum()} by age and "
                    + $"{counts.ByEmployer.Sum(employer => employer.Count)} by employer; {waiting} wait there"
            );
        }
    }

    private async Task CheckAsync(string unit, char list, Func<IReviewUnit, QueueQuery, Task<Outcome<QueuePage>>> read)
    {
        var shown = await ReadAsync(unit, read);
        var stored = world.Promises.RowsOf(list, unit);
        world.Promises.Require(
            shown.SequenceEqual(stored),
            $"promise 2: list '{list}' of {unit} shows [{string.Join(", ", shown)}], stored is [{string.Join(", ", stored)}]"
        );
    }

    private async Task<SortedDictionary<string, long>> ReadAsync(
        string unit,
        Func<IReviewUnit, QueueQuery, Task<Outcome<QueuePage>>> read
    )
    {
        for (var poll = 0; poll < LoadingPollsMax; poll++)
        {
            var entries = new SortedDictionary<string, long>(StringComparer.Ordinal);
            QueuePage page;
            string? after = null;
            var isLoading = false;
            do
            {
                page = (await read(Unit(unit), Query(after))).Value!;
                foreach (var entry in page.Entries)
                {
                    entries[entry.DeclarationId] = entry.Version;
                }

                isLoading |= page.IsLoading;
                after = page.Next;
            } while (after is not null);

            // A first page may be of a list that is being loaded and the last of one that was loaded meanwhile.
            if (!isLoading)
            {
                world.Promises.Require(
                    page.TotalCount == entries.Count,
                    $"promise 2: {unit} says {page.TotalCount} and shows {entries.Count}"
                );
                return entries;
            }

            await world.Wait(TimeSpan.FromMilliseconds(100));
        }

        world.Promises.Break($"promise 2: a list of {unit} is still being loaded");
        return [];
    }

    private IReviewUnit Unit(string code) => world.Grains.GetGrain<IReviewUnit>(code);

    private static QueueQuery Query(string? after) =>
        new(QueueSort.HeldSince, false, null, null, null, null, null, after, PageSize);
}
