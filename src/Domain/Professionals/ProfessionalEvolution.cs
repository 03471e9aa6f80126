namespace CeActors.Domain.Professionals;

/// <summary>What an event makes of a professional's registration.</summary>
public static class ProfessionalEvolution
{
    public static Professional Evolve(Professional state, ProfessionalEvent happened) =>
        happened switch
        {
            ProfessionalEvent.Registered registered => state with { Profile = registered.Profile },
            ProfessionalEvent.Linked linked => state with { NaturalPersonId = linked.NaturalPersonId },
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
}
