using System.Collections.Immutable;

namespace CeActors.Domain.Professionals;

/// <summary>What an event makes of a professional's registration.</summary>
public static class ProfessionalEvolution
{
    public static Professional Evolve(Professional state, ProfessionalEvent happened) =>
        happened switch
        {
            ProfessionalEvent.Registered registered => state with
            {
                Profile = registered.Profile,
                FormerResidentIdDigests = With(state.FormerResidentIdDigests, registered.FormerResidentIdDigest),
                Audit = state.Audit.With(registered.Audit),
            },
            ProfessionalEvent.Linked linked => state with
            {
                NaturalPersonId = linked.NaturalPersonId,
                Audit = state.Audit.With(linked.Audit),
            },
            ProfessionalEvent.HoursImported imported => state with
            {
                ImportedRecords = state.ImportedRecords.AddRange(
                    imported.Added.Select(record => KeyValuePair.Create(record.RecordId, record))
                ),
            },
            ProfessionalEvent.DeclarationReserved reserved => state with
            {
                Declarations =
                [
                    .. state.Declarations.Where(id => !reserved.Dropped.Contains(id)),
                    reserved.DeclarationId,
                ],
            },
            ProfessionalEvent.StatementIssued issued => state with
            {
                Statements = state.Statements.Add(issued.Content.Number),
            },
            _ => throw new InvalidOperationException($"{happened.GetType().Name} is not known."),
        };

    private static ImmutableArray<string> With(ImmutableArray<string> digests, string? former) =>
        former is null || digests.Contains(former) ? digests : digests.Add(former);
}
