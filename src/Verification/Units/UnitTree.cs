using CeActors.AzureStorage.Inspection;
using CeActors.Domain.Review;
using CeActors.Verification.Documents;
using CeActors.Verification.Findings;

namespace CeActors.Verification.Units;

/// <summary>Superiors exist, no unit is its own, and none stands too deep.</summary>
internal sealed class UnitTree(VerifiedAccount account, UnitBook book, FindingList findings, Tally tally)
{
    /// <summary>Looks at all units that were read, and again at those that are doubtful.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var doubtful = book.Units.Keys.Where(code => FaultsOf(code, Known).Any()).Order(StringComparer.Ordinal);
        var kind = DocumentKinds.Unit;
        var area = account.AreaOf(kind);
        var codes = doubtful.ToList();
        tally.LeftOut(Math.Max(0, codes.Count - VerificationLimits.SuspectsMax));
        foreach (var code in codes.Take(VerificationLimits.SuspectsMax))
        {
            if (await SettledAsync(code, cancellationToken) is { } faults)
            {
                var name = kind.Of(code);
                var table = area.Rows.TableOf(area.BucketOf(name));
                tally.Settled(faults.Count > 0);
                findings.AddRange(
                    faults.Select(fault => new Finding(fault.Kind, table, StoredAccount.KeyOf(name), fault.Detail))
                );
            }
            else
            {
                tally.Unsettled();
            }
        }
    }

    private UnitEntry? Known(string code) => book.Units.GetValueOrDefault(code);

    /// <summary>What is wrong while nothing above it changes; null when it changes each time.</summary>
    private async Task<IReadOnlyList<Fault>?> SettledAsync(string code, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < VerificationLimits.RereadingsMax; attempt++)
        {
            var before = await LineAsync(code, cancellationToken);
            var faults = FaultsOf(code, other => before.TryGetValue(other, out var unit) ? unit?.Unit : null).ToList();
            if (faults.Count == 0)
            {
                return [];
            }

            var after = await LineAsync(code, cancellationToken);
            if (
                before.Count == after.Count
                && before.All(unit => after.TryGetValue(unit.Key, out var same) && same?.ETag == unit.Value?.ETag)
            )
            {
                return faults;
            }
        }

        return null;
    }

    /// <summary>A unit, its agency and all above it, as they are now.</summary>
    private async Task<Dictionary<string, (UnitEntry Unit, string ETag)?>> LineAsync(
        string code,
        CancellationToken cancellationToken
    )
    {
        var line = new Dictionary<string, (UnitEntry Unit, string ETag)?>(StringComparer.Ordinal);
        for (var next = code; next is not null && !line.ContainsKey(next); )
        {
            line[next] = await book.RereadAsync(next, cancellationToken);
            next = line[next]?.Unit.Parent;
        }

        if (line[code]?.Unit.Agency is { } agency && !line.ContainsKey(agency))
        {
            line[agency] = await book.RereadAsync(agency, cancellationToken);
        }

        return line;
    }

    private static IEnumerable<Fault> FaultsOf(string code, Func<string, UnitEntry?> find)
    {
        if (find(code) is not { } unit)
        {
            yield break;
        }

        if (unit.Agency is { } agency && find(agency) is not { IsAgency: true })
        {
            yield return new Fault(FindingKind.AgencyWrong, $"its agency {agency} is not registered as an agency");
        }

        if (unit.Parent is not { } parent)
        {
            yield break;
        }

        if (find(parent) is not { IsAgency: false })
        {
            yield return new Fault(
                FindingKind.ParentWrong,
                $"its superior {parent} is not registered as a unit that reviews"
            );
            yield break;
        }

        var above = new List<string>();
        for (var next = unit.Parent; next is not null; next = find(next)?.Parent)
        {
            if (next == code)
            {
                yield return new Fault(
                    FindingKind.UnitRing,
                    $"it is its own superior over {string.Join(" → ", above)}"
                );
                yield break;
            }

            if (above.Contains(next))
            {
                yield break; // a ring above it, reported with those that are in it
            }

            above.Add(next);
        }

        if (above.Count > ReviewLimits.AncestorsMax)
        {
            yield return new Fault(
                FindingKind.UnitTooDeep,
                $"{above.Count} units are above it, {ReviewLimits.AncestorsMax} are allowed"
            );
        }
    }
}
