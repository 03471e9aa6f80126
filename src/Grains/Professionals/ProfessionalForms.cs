using System.Collections.Immutable;
using CeActors.Contracts.Professionals;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Grains.Declarations;
using UnitReference = CeActors.Domain.Identity.UnitReference;

namespace CeActors.Grains.Professionals;

/// <summary>A professional's stored form and the domain's, each made of the other.</summary>
internal static class ProfessionalForms
{
    public static Professional ToDomain(ProfessionalDocument document) =>
        Professional.Unknown(PersonId.Parse(document.PersonId)) with
        {
            Profile = document.Registration is { } registration ? ToDomain(registration) : null,
            ReservedAs = document.Registration?.ReservedAs ?? 0,
            FormerReservation = document.Registration?.FormerReservation is { } former
                ? new ResidentReservation(former.Digest, PersonId.Parse(document.PersonId), former.Number)
                : null,
            NaturalPersonId = PersonId.TryParse(document.NaturalPersonId),
            FormerResidentIdDigests = document.FormerResidentIdDigests is { } digests ? [.. digests] : [],
            Audit = [.. (document.Audit ?? []).Select(ToDomain)],
            ImportedRecords = (document.ImportedRecords ?? [])
                .Select(DeclarationReading.ToDomain)
                .ToImmutableDictionary(record => record.RecordId, StringComparer.Ordinal),
            Declarations =
            [
                .. (document.Declarations ?? []).Select(reserved => DeclarationId.Parse(reserved.DeclarationId)),
            ],
            Statements = [.. (document.Statements ?? []).Select(StatementNumber.Parse)],
        };

    /// <param name="state">The professional.</param>
    /// <param name="previous">The document that it follows; null for the first.</param>
    /// <param name="now">When what is newly reserved was reserved.</param>
    public static ProfessionalDocument ToDocument(
        Professional state,
        ProfessionalDocument? previous,
        DateTimeOffset now
    ) =>
        new()
        {
            State = state,
            SchemaVersion = VersionFor(state),
            PersonId = state.PersonId.Value,
            Registration = state.Profile is { } profile ? Write(profile, state) : null,
            NaturalPersonId = state.NaturalPersonId?.Value,
            FormerResidentIdDigests = state.FormerResidentIdDigests.IsEmpty ? null : [.. state.FormerResidentIdDigests],
            Audit = state.Audit.IsEmpty ? null : [.. state.Audit.Select(ToPart)],
            ImportedRecords = state.ImportedRecords.IsEmpty
                ? null
                :
                [
                    .. state
                        .ImportedRecords.Values.OrderBy(record => record.RecordId, StringComparer.Ordinal)
                        .Select(DeclarationWriting.Write),
                ],
            Declarations = state.Declarations.IsEmpty
                ? null
                : [.. state.Declarations.Select(id => Reservation(id, previous, now))],
            Statements = state.Statements.IsEmpty ? null : [.. state.Statements.Select(number => number.Value)],
            Commands = previous?.Commands,
        };

    /// <summary>The oldest version whose programs drop nothing that guards against anything.</summary>
    private static int VersionFor(Professional state) =>
        !state.FormerResidentIdDigests.IsEmpty || state.Audit.Any(entry => PersonActions.IsOfLink(entry.Action))
            ? ProfessionalDocument.CurrentSchemaVersion
        : state.NaturalPersonId is not null ? ProfessionalDocument.LinkedSchemaVersion
        : ProfessionalDocument.UnlinkedSchemaVersion;

    public static SummaryPart ToPart(ProfessionalSummary summary) =>
        new()
        {
            Name = summary.Name,
            MaskedResidentId = summary.MaskedResidentId,
            EmployerCode = summary.Employer.Code,
            EmployerName = summary.Employer.Name,
            IsPublicInstitution = summary.IsPublicInstitution,
            Title = summary.Title,
            Version = summary.Version,
        };

    public static ProfessionalSummary ToContract(this SummaryPart part, string personId) =>
        new(
            personId,
            part.Name,
            part.MaskedResidentId,
            new Contracts.Declarations.UnitReference(part.EmployerCode, part.EmployerName),
            part.IsPublicInstitution,
            part.Title,
            part.Version
        );

    private static PersonAuditEntry ToDomain(PersonAuditPart part) =>
        new(
            part.Number,
            DateTimeOffset.FromUnixTimeMilliseconds(part.At),
            PersonId.Parse(part.Actor),
            part.Action,
            part.Detail
        );

    private static PersonAuditPart ToPart(PersonAuditEntry entry) =>
        new()
        {
            Number = entry.Number,
            At = entry.At.ToUnixTimeMilliseconds(),
            Actor = entry.Actor.Value,
            Action = entry.Action,
            Detail = entry.Detail,
        };

    private static ProfessionalProfile ToDomain(RegistrationPart part) =>
        new(
            part.Name,
            // It was right when it was registered; nobody born since can be in an old document.
            ResidentId.TryParse(part.ResidentId, DateOnly.MaxValue)
                ?? throw new FormatException("A stored id number is wrong."),
            new UnitReference(UnitCode.Parse(part.EmployerCode), part.EmployerName),
            part.IsPublicInstitution,
            part.Title,
            part.Version
        );

    private static RegistrationPart Write(ProfessionalProfile profile, Professional state) =>
        new()
        {
            Name = profile.Name,
            ResidentId = profile.ResidentId.Value,
            EmployerCode = profile.Employer.Code.Value,
            EmployerName = profile.Employer.Name,
            IsPublicInstitution = profile.IsPublicInstitution,
            Title = profile.Title,
            Version = profile.Version,
            ReservedAs = state.ReservedAs,
            FormerReservation = state.FormerReservation is { } former
                ? new FormerReservationPart { Digest = former.Digest, Number = former.Number }
                : null,
        };

    private static ReservationPart Reservation(DeclarationId id, ProfessionalDocument? previous, DateTimeOffset now) =>
        previous?.Declarations?.FirstOrDefault(known => known.DeclarationId == id.Value)
        ?? new ReservationPart { DeclarationId = id.Value, At = now.ToUnixTimeMilliseconds() };
}
