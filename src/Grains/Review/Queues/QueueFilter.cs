using System.Collections;
using CeActors.Contracts.Review;

namespace CeActors.Grains.Review.Queues;

/// <summary>Which lines of a list a query wants.</summary>
internal sealed class QueueFilter
{
    private readonly QueueQuery _query;
    private readonly bool[] _isWantedEmployer;
    private readonly bool[] _hasTextInEmployer;

    private QueueFilter(QueueQuery query, EmployerTable employers)
    {
        _query = query;
        _isWantedEmployer = new bool[employers.Length];
        _hasTextInEmployer = new bool[employers.Length];
        var comparison = TextBlocks.ComparisonFor(query.Text ?? "");
        for (var number = 0; number < employers.Length; number++)
        {
            _isWantedEmployer[number] = query.EmployerCode is null || employers[number].Code == query.EmployerCode;
            _hasTextInEmployer[number] = query.Text is null || employers[number].Name.Contains(query.Text, comparison);
        }
    }

    /// <summary>The filter of a query; null when it wants everything.</summary>
    public static QueueFilter? Of(QueueQuery query, EmployerTable employers)
    {
        var plain = query with { Text = string.IsNullOrWhiteSpace(query.Text) ? null : query.Text.Trim() };
        var isOpen = plain is { Text: null, EmployerCode: null, Year: null, TargetsMet: null, HeldBefore: null };
        return isOpen ? null : new QueueFilter(plain, employers);
    }

    /// <summary>Looks at all lines.</summary>
    public QueueMatches Matches(ReadOnlySpan<QueueIndex.Line> lines, TextBlocks names, TextBlocks ids)
    {
        var hasText = new BitArray(lines.Length);
        if (_query.Text is { } text)
        {
            names.Find(text, hasText);
            if (text.All(char.IsAscii))
            {
                ids.Find(text, hasText);
            }
        }

        var matches = new QueueMatches(lines.Length);
        for (var slot = 0; slot < lines.Length; slot++)
        {
            ref readonly var line = ref lines[slot];
            if (IsWanted(in line) && (_hasTextInEmployer[line.Employer] || hasText[slot]))
            {
                matches.Add(slot);
            }
        }

        return matches;
    }

    private bool IsWanted(in QueueIndex.Line line) =>
        line.Entry is not null
        && _isWantedEmployer[line.Employer]
        && (_query.TargetsMet is not { } targetsMet || line.TargetsMet == targetsMet)
        && (_query.Year is not { } year || (line.FromYear <= year && year <= line.ToYear))
        && (_query.HeldBefore is not { } before || line.HeldSinceTicks < before.UtcTicks);
}

/// <summary>The slots that match, and how many they are.</summary>
internal sealed class QueueMatches(int slots)
{
    private readonly BitArray _bits = new(slots);

    /// <summary>How many match.</summary>
    public int Count { get; private set; }

    /// <summary>Includes a slot; once each.</summary>
    public void Add(int slot)
    {
        _bits[slot] = true;
        Count++;
    }

    /// <summary>Whether a slot matches.</summary>
    public bool Includes(int slot) => _bits[slot];
}
