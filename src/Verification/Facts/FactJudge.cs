using CeActors.Verification.Findings;

namespace CeActors.Verification.Facts;

/// <summary>Something wrong among the facts of one key.</summary>
/// <param name="Kind">Which promise.</param>
/// <param name="Subject">Hash of what it concerns besides the key; 0 for nothing.</param>
internal readonly record struct Verdict(FindingKind Kind, ulong Subject);

/// <summary>Whether what is said of one key goes together. The order of the facts means nothing.</summary>
internal static class FactJudge
{
    /// <summary>What does not go together.</summary>
    /// <param name="facts">All facts of one key.</param>
    /// <param name="knowsFiles">Whether the files were looked for: without them a missing one says nothing.</param>
    public static IEnumerable<Verdict> Judge(IReadOnlyList<Fact> facts, bool knowsFiles) =>
        facts.Select(fact => fact.Kind).Min() switch
        {
            FactKind.OfPerson => OfPerson(facts),
            FactKind.Declaration
            or FactKind.Listed
            or FactKind.Certified
            or FactKind.Decided
            or FactKind.DecidedByBatch => OfDeclaration(facts),
            FactKind.Statement or FactKind.ListedStatement => OfStatement(facts),
            FactKind.ResidentId or FactKind.ReservedResidentId => OfResidentId(facts),
            FactKind.Evidence when knowsFiles => OfEvidence(facts),
            FactKind.Paper when knowsFiles && !Has(facts, FactKind.PaperFile) =>
            [
                new Verdict(FindingKind.PaperMissing, facts[0].Subject),
            ],
            _ => [],
        };

    /// <summary>Whether the person's list names a declaration that does not exist.</summary>
    public static bool IsUnusedReservation(IReadOnlyList<Fact> facts) =>
        Has(facts, FactKind.Listed) && !Has(facts, FactKind.Declaration);

    /// <summary>Whether a statement is in nobody's list.</summary>
    public static bool IsUnlistedStatement(IReadOnlyList<Fact> facts) =>
        Has(facts, FactKind.Statement) && !Has(facts, FactKind.ListedStatement);

    /// <summary>Whether a resident id is reserved for somebody who is not registered with it.</summary>
    public static bool IsUnusedResidentId(IReadOnlyList<Fact> facts) =>
        Of(facts, FactKind.ReservedResidentId) is [var reserved, ..]
        && Of(facts, FactKind.ResidentId).All(holder => holder.Subject != reserved.Subject);

    /// <summary>Whether somebody is registered with a resident id since before there were registers, and it is reserved for nobody.</summary>
    public static bool IsUnreservedResidentId(IReadOnlyList<Fact> facts) =>
        Has(facts, FactKind.ResidentId) && !Has(facts, FactKind.ReservedResidentId);

    private static IEnumerable<Verdict> OfResidentId(IReadOnlyList<Fact> facts)
    {
        var holders = Of(facts, FactKind.ResidentId);
        foreach (var other in holders.Select(holder => holder.Subject).Distinct().Skip(1))
        {
            yield return new Verdict(FindingKind.ResidentIdTwice, other);
        }

        var reserved = Of(facts, FactKind.ReservedResidentId);
        foreach (var holder in holders.Where(holder => holder.Detail == 1))
        {
            if (reserved.All(known => known.Subject != holder.Subject))
            {
                yield return new Verdict(FindingKind.ResidentIdUnreserved, holder.Subject);
            }
        }
    }

    private static IEnumerable<Verdict> OfPerson(IReadOnlyList<Fact> facts)
    {
        var open = Of(facts, FactKind.OfPerson)
            .Where(fact => fact.Detail == 1)
            .Select(fact => fact.Subject)
            .Distinct()
            .ToList();
        if (open.Count > 1)
        {
            yield return new Verdict(FindingKind.SeveralOpen, open[1]);
        }

        foreach (var twice in Twice(Of(facts, FactKind.RecognisedYear)))
        {
            yield return new Verdict(FindingKind.YearTwice, twice);
        }

        foreach (var twice in Twice(Of(facts, FactKind.UsedImport)))
        {
            yield return new Verdict(FindingKind.ImportTwice, twice);
        }
    }

    private static IEnumerable<Verdict> OfDeclaration(IReadOnlyList<Fact> facts)
    {
        var owners = Of(facts, FactKind.Declaration);
        var lists = Of(facts, FactKind.Listed);
        foreach (var owner in owners)
        {
            // A person's list drops deleted ones when it is full.
            if (owner.Detail == 0 && lists.All(list => list.Subject != owner.Subject))
            {
                yield return new Verdict(FindingKind.DeclarationUnlisted, owner.Subject);
            }

            foreach (var list in lists.Where(list => list.Subject != owner.Subject))
            {
                yield return new Verdict(FindingKind.DeclarationForeign, list.Subject);
            }
        }

        var certifiable = Of(facts, FactKind.Certifiable);
        foreach (var certified in Of(facts, FactKind.Certified))
        {
            if (!certifiable.Any(year => year.Subject == certified.Subject && year.Detail == certified.Detail))
            {
                yield return new Verdict(FindingKind.CertifiedWrong, certified.Subject);
            }
        }

        var decided = Of(facts, FactKind.Decided);
        foreach (var outcome in Of(facts, FactKind.DecidedByBatch))
        {
            if (decided.All(decision => decision.Subject != outcome.Subject))
            {
                yield return new Verdict(FindingKind.BatchOutcomeWrong, outcome.Subject);
            }
        }
    }

    private static IEnumerable<Verdict> OfStatement(IReadOnlyList<Fact> facts)
    {
        var owners = Of(facts, FactKind.Statement);
        foreach (var list in Of(facts, FactKind.ListedStatement))
        {
            if (owners.Count == 0)
            {
                yield return new Verdict(FindingKind.StatementMissing, list.Subject);
            }
            else if (owners.All(owner => owner.Subject != list.Subject))
            {
                yield return new Verdict(FindingKind.StatementForeign, list.Subject);
            }
        }
    }

    private static IEnumerable<Verdict> OfEvidence(IReadOnlyList<Fact> facts)
    {
        var files = Of(facts, FactKind.EvidenceFile);
        foreach (var bound in Of(facts, FactKind.Evidence))
        {
            if (files.Count == 0)
            {
                yield return new Verdict(FindingKind.EvidenceMissing, bound.Subject);
            }
            else if (files[0].Subject != bound.Subject)
            {
                yield return new Verdict(FindingKind.EvidenceSizeWrong, bound.Subject);
            }
        }
    }

    /// <summary>Subjects that two different details claim.</summary>
    private static IEnumerable<ulong> Twice(IEnumerable<Fact> facts) =>
        facts
            .GroupBy(fact => fact.Subject)
            .Where(same => same.Select(fact => fact.Detail).Distinct().Count() > 1)
            .Select(same => same.Key);

    private static List<Fact> Of(IReadOnlyList<Fact> facts, FactKind kind) =>
        [.. facts.Where(fact => fact.Kind == kind)];

    private static bool Has(IReadOnlyList<Fact> facts, FactKind kind) => facts.Any(fact => fact.Kind == kind);
}
