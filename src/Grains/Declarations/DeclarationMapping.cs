using System.Collections.Immutable;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Domain.Declarations;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Domain.Review;
using DraftHead = CeActors.Contracts.Declarations.DraftHead;
using DraftItem = CeActors.Contracts.Declarations.DraftItem;
using ImportedRecord = CeActors.Contracts.Professionals.ImportedRecord;
using Wire = CeActors.Contracts.Declarations;

namespace CeActors.Grains.Declarations;

/// <summary>Values of the wire as the domain knows them, and back. Shapes alone change here; nothing is judged.</summary>
internal static class DeclarationMapping
{
    public static DeclarationCommand.File ToDomain(FileDeclaration command, DeclarationId id, CommandId commandId) =>
        new(
            id,
            command.Head?.ToDomain() ?? Domain.Declarations.DraftHead.Empty,
            [.. command.Items.OrEmpty().Select(ToDomain)],
            [.. command.ConfirmedImports.OrEmpty().Select(ToDomain)],
            command.Submit
        )
        {
            CommandId = commandId,
        };

    public static Domain.Declarations.DraftHead ToDomain(this DraftHead head) =>
        new()
        {
            Phone = head.Phone,
            Email = head.Email,
            Title = head.Title,
            TitleSeries = head.TitleSeries,
            TitleLevel = head.TitleLevel,
            Profession = head.Profession,
            SpanFromYear = head.SpanFromYear,
            SpanToYear = head.SpanToYear,
            Note = head.Note,
            PromisesTruth = head.PromisesTruth,
        };

    public static DraftHead ToContract(this Domain.Declarations.DraftHead head) =>
        new()
        {
            Phone = head.Phone,
            Email = head.Email,
            Title = head.Title,
            TitleSeries = head.TitleSeries,
            TitleLevel = head.TitleLevel,
            Profession = head.Profession,
            SpanFromYear = head.SpanFromYear,
            SpanToYear = head.SpanToYear,
            Note = head.Note,
            PromisesTruth = head.PromisesTruth,
        };

    public static Domain.Declarations.DraftItem ToDomain(this DraftItem item) =>
        new()
        {
            Year = item.Year,
            Subject = item.Subject,
            ActivityType = item.ActivityType,
            ActivityName = item.ActivityName,
            Organiser = item.Organiser,
            Place = item.Place,
            StartDate = item.StartDate,
            EndDate = item.EndDate,
            Hours = item.Hours,
            Note = item.Note,
        };

    public static DraftItem ToContract(this Domain.Declarations.DraftItem item) =>
        new()
        {
            Year = item.Year,
            Subject = item.Subject,
            ActivityType = item.ActivityType,
            ActivityName = item.ActivityName,
            Organiser = item.Organiser,
            Place = item.Place,
            StartDate = item.StartDate,
            EndDate = item.EndDate,
            Hours = item.Hours,
            Note = item.Note,
        };

    public static ImportChoice ToDomain(this ConfirmedImports choice) => new(choice.Year, choice.RecordIds.OrEmpty());

    public static Domain.Professionals.ImportedRecord ToDomain(this ImportedRecord record) =>
        new(
            record.RecordId,
            record.Year,
            record.IsGeneral ? Domain.Hours.Subject.General : Domain.Hours.Subject.Professional,
            record.CourseName,
            record.Organiser,
            new Domain.Hours.CreditHours(record.QuarterHours),
            DateOnly.ParseExact(record.CompletedOn, DayFormat, System.Globalization.CultureInfo.InvariantCulture)
        );

    public static ImportedRecord ToContract(this Domain.Professionals.ImportedRecord record) =>
        new(
            record.RecordId,
            record.Year,
            record.Subject == Domain.Hours.Subject.General,
            record.CourseName,
            record.Organiser,
            record.Hours.QuarterHours,
            record.CompletedOn.ToString(DayFormat, System.Globalization.CultureInfo.InvariantCulture)
        );

    public static ProfileSnapshot ToDomain(this ProfessionalSummary summary) =>
        new(
            PersonId.Parse(summary.PersonId),
            summary.Name,
            summary.MaskedResidentId,
            summary.Employer.ToDomain(),
            summary.IsPublicInstitution,
            summary.Title,
            summary.Version
        );

    public static ProfessionalSummary ToContract(this ProfileSnapshot profile) =>
        new(
            profile.PersonId.Value,
            profile.Name,
            profile.MaskedResidentId,
            profile.Employer.ToContract()!,
            profile.IsPublicInstitution,
            profile.Title,
            profile.Version
        );

    public static Domain.Declarations.FilingContext ToDomain(this Contracts.Professionals.FilingContext context) =>
        new(
            context.Profile.ToDomain() with
            {
                ResidentIdDigest = context.ResidentIdDigest,
                FormerResidentIdDigests = context.FormerResidentIdDigests ?? [],
            },
            context.ImportedRecords.Select(ToDomain).ToImmutableDictionary(record => record.RecordId),
            [.. context.RecognisedYears],
            [.. context.UsedRecordIds]
        );

    public static Domain.Identity.UnitReference ToDomain(this Wire.UnitReference unit) =>
        new(UnitCode.Parse(unit.Code), unit.Name);

    public static Wire.UnitReference? ToContract(this Domain.Identity.UnitReference? unit) =>
        unit is null ? null : new Wire.UnitReference(unit.Code.Value, unit.Name);

    public static UnitTicket ToDomain(this DepartureTicket ticket) =>
        new(ticket.Unit.ToDomain(), (UnitKind)ticket.Kind, ticket.ActorName);

    public static UnitTicket ToDomain(this ArrivalTicket ticket) => new(ticket.Unit.ToDomain(), (UnitKind)ticket.Kind);

    public static Wire.YearSummary ToContract(this Domain.Hours.YearSummary year) =>
        new(
            year.Year,
            year.General.QuarterHours,
            year.Professional.QuarterHours,
            year.Targets.General.QuarterHours,
            year.Targets.Professional.QuarterHours,
            year.Targets.Total.QuarterHours,
            year.TargetMet
        );

    public static ImmutableArray<Wire.YearSummary> ToContract(this ImmutableArray<Domain.Hours.YearSummary> years) =>
        [.. years.Select(ToContract)];

    public static Wire.DeclarationStatus ToContract(this Domain.Declarations.DeclarationStatus status) =>
        (Wire.DeclarationStatus)status;

    /// <summary>An array that the sender left out is empty.</summary>
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> array) => array.IsDefault ? [] : array;

    private const string DayFormat = "yyyy-MM-dd";
}
