using System.Collections.Immutable;

namespace CeActors.Verification.Findings;

/// <summary>Collects findings; keeps the first ones whole and counts all. For many threads.</summary>
internal sealed class FindingList
{
    private readonly Lock _gate = new();
    private readonly List<Finding> _kept = [];
    private readonly HashSet<Finding> _seen = [];
    private readonly Dictionary<FindingKind, long> _counts = [];

    public void Add(Finding finding)
    {
        lock (_gate)
        {
            if (_kept.Count >= VerificationLimits.FindingsKeptMax)
            {
                Count(finding.Kind);
            }
            else if (_seen.Add(finding))
            {
                _kept.Add(finding);
                Count(finding.Kind);
            }
        }
    }

    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Add(finding);
        }
    }

    public ImmutableArray<Finding> Kept() =>
        [.. _kept.OrderBy(finding => finding.Kind).ThenBy(finding => finding.Table).ThenBy(finding => finding.Row)];

    public ImmutableSortedDictionary<FindingKind, long> Counts() => _counts.ToImmutableSortedDictionary();

    private void Count(FindingKind kind) => _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
}
