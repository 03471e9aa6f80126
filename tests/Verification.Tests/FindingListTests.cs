using CeActors.Verification.Facts;
using CeActors.Verification.Findings;
using Shouldly;
using Xunit;

namespace CeActors.Verification.Tests;

/// <summary>What keeps a verification within bounds when everything is broken.</summary>
public sealed class FindingListTests
{
    [Fact]
    public void Beyond_the_bound_findings_are_counted_and_not_kept()
    {
        var findings = new FindingList();
        for (var row = 0; row < VerificationLimits.FindingsKeptMax + 5; row++)
        {
            findings.Add(new Finding(FindingKind.RowMissing, "State000", $"w|A|{row}", "named"));
        }

        findings.Kept().Length.ShouldBe(VerificationLimits.FindingsKeptMax);
        findings.Counts()[FindingKind.RowMissing].ShouldBe(VerificationLimits.FindingsKeptMax + 5);
    }

    [Fact]
    public void The_same_finding_twice_is_one()
    {
        var findings = new FindingList();
        findings.Add(new Finding(FindingKind.RowMissing, "State000", "w|A|1", "named"));
        findings.Add(new Finding(FindingKind.RowMissing, "State000", "w|A|1", "named"));
        findings.Counts()[FindingKind.RowMissing].ShouldBe(1);
    }

    [Fact]
    public void Facts_beyond_the_bound_halve_the_share_until_they_fit_and_all_shares_together_hold_each_once()
    {
        const int facts = 1_000;
        var told = 0;
        var shares = new Queue<(int Share, int Shares)>([(0, 1)]);
        while (shares.TryDequeue(out var next))
        {
            var share = new FactShare(next.Share, next.Shares, heldMax: 100);
            for (var number = 0; number < facts; number++)
            {
                share.Tell(new Topic(TopicKind.Declaration, $"{number}"), FactKind.Listed);
            }

            for (var other = next.Share + next.Shares; other < share.Shares; other += next.Shares)
            {
                shares.Enqueue((other, share.Shares));
            }

            var groups = share.Groups().ToList();
            groups.Sum(group => group.Count).ShouldBeLessThanOrEqualTo(100);
            told += groups.Count;
        }

        told.ShouldBe(facts);
    }

    [Fact]
    public void Every_kind_has_a_code_of_its_own_in_the_runbook()
    {
        var runbook = File.ReadAllText(Path.Combine(CeActors.Testing.RepositoryRoot.Path, "docs", "operations.md"));
        var codes = Enum.GetValues<FindingKind>().Select(FindingKinds.CodeOf).ToList();
        codes.Distinct().Count().ShouldBe(codes.Count);
        codes
            .Where(code => !runbook.Contains($"`{code}`") && !runbook.Contains($"`{code.Split('-')[0]}-…`"))
            .ShouldBeEmpty();
    }
}
