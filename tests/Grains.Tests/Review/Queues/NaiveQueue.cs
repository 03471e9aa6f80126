using System.Collections.Immutable;
using System.Globalization;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;

namespace CeActors.Grains.Tests.Review.Queues;

/// <summary>What a list means, said in the plainest way: sort everything, filter everything.</summary>
internal sealed class NaiveQueue
{
    private static readonly CompareInfo Pinyin = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    public Dictionary<string, QueueEntry> Entries { get; } = [];

    public ImmutableArray<QueueEntry> Matching(QueueQuery query)
    {
        var matching = Entries.Values.Where(entry => IsWanted(entry, query)).ToList();
        matching.Sort((one, other) => (query.Descending ? -1 : 1) * Compare(query.Sort, one, other));
        return [.. matching];
    }

    public ImmutableArray<int> CountsByAge(DateTimeOffset now)
    {
        int[] bounds = [1, 3, 7, 15, int.MaxValue];
        var counts = new int[bounds.Length];
        foreach (var entry in Entries.Values)
        {
            var days = Math.Max(0, (now - entry.HeldSince).TotalDays);
            counts[Array.FindIndex(bounds, bound => days < bound)]++;
        }

        return [.. counts];
    }

    public ImmutableArray<(string Code, int Count)> LargestEmployers() =>
        [
            .. Entries
                .Values.GroupBy(entry => entry.EmployerCode)
                .Select(group => (group.Key, group.Count()))
                .OrderByDescending(group => group.Item2)
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Take(20),
        ];

    private static bool IsWanted(QueueEntry entry, QueueQuery query) =>
        (
            query.Text is not { } text
            || $"{entry.PersonName}\n{entry.EmployerName}\n{entry.DeclarationId}".Contains(
                text.Trim(),
                StringComparison.OrdinalIgnoreCase
            )
        )
        && (query.EmployerCode is null || entry.EmployerCode == query.EmployerCode)
        && (query.Year is null || (entry.FromYear <= query.Year && query.Year <= entry.ToYear))
        && (query.TargetsMet is null || entry.TargetsMet == query.TargetsMet)
        && (query.HeldBefore is null || entry.HeldSince < query.HeldBefore);

    private static int Compare(QueueSort sort, QueueEntry one, QueueEntry other)
    {
        var order = sort switch
        {
            QueueSort.HeldSince => one.HeldSince.CompareTo(other.HeldSince),
            QueueSort.SubmittedAt => one.SubmittedAt.CompareTo(other.SubmittedAt),
            QueueSort.PersonName => Pinyin.Compare(one.PersonName, other.PersonName),
            QueueSort.EmployerName => Pinyin.Compare(one.EmployerName, other.EmployerName),
            _ => one.TotalQuarterHours.CompareTo(other.TotalQuarterHours),
        };
        return order != 0 ? order : string.CompareOrdinal(one.DeclarationId, other.DeclarationId);
    }
}
