using System.Collections.Immutable;
using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;

namespace CeActors.Grains.Declarations;

/// <summary>Makes a declaration of its stored form. A form that breaks an invariant throws: it is not mended by guessing.</summary>
internal static class DeclarationReading
{
    private const int YearNumbers = 6;

    public static Declaration ToDomain(DeclarationDocument document)
    {
        if (document.History.Length == 0)
        {
            throw new FormatException($"The stored declaration '{document.Id}' has no history.");
        }

        var units = new UnitReference[document.Units.Length / 2];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = new UnitReference(UnitCode.Parse(document.Units[2 * i]), document.Units[(2 * i) + 1]);
        }

        var profile = ToDomain(document.Profile, units);
        var history = ToDomain(document.History, profile, units);
        var last = history[^1];
        return new Declaration
        {
            Id = DeclarationId.Parse(document.Id),
            PersonId = profile.PersonId,
            Profile = profile,
            Status = (DeclarationStatus)document.Status,
            Level = document.Level,
            Holder = At(units, document.Holder),
            RoutedBy = At(units, document.RoutedBy),
            HeldSince = last.At,
            Version = last.Version,
            DraftRevision = document.DraftRevision,
            Head = document.Head is { } head ? ToDomain(head) : DraftHead.Empty,
            Items = All(document.Items, ToDomain),
            Imports = All(document.Imports, ToDomain),
            Evidence = All(document.Evidence, ToDomain),
            History = history,
            Route = RouteOf(history),
            RuleSetVersion = last.RuleSetVersion,
            SubmittedYears = All(document.SubmittedYears, ToYear),
            CreatedAt = history[0].At,
            SubmittedAt = Instant(document.SubmittedAt),
            RecognisedAt = Instant(document.RecognisedAt),
            Agency = At(units, document.Agency),
        };
    }

    /// <summary>An imported record of its stored form.</summary>
    public static ImportedRecord ToDomain(ImportPart part) =>
        new(
            part.RecordId,
            part.Year,
            (Subject)part.Subject,
            part.CourseName,
            part.Organiser,
            new CreditHours(part.QuarterHours),
            DateOnly.FromDayNumber(part.CompletedOn)
        );

    private static ProfileSnapshot ToDomain(ProfilePart part, UnitReference[] units) =>
        new(
            PersonId.Parse(part.PersonId),
            part.Name,
            part.MaskedResidentId,
            units[part.Employer],
            part.IsPublicInstitution,
            part.Title,
            part.Version,
            part.ResidentIdDigest
        )
        {
            FormerResidentIdDigests = part.FormerResidentIdDigests is { } former ? [.. former] : [],
        };

    private static DraftHead ToDomain(HeadPart part) =>
        new()
        {
            Phone = part.Phone,
            Email = part.Email,
            Title = part.Title,
            TitleSeries = part.TitleSeries,
            TitleLevel = part.TitleLevel,
            Profession = part.Profession,
            SpanFromYear = part.SpanFromYear,
            SpanToYear = part.SpanToYear,
            Note = part.Note,
            PromisesTruth = part.PromisesTruth,
        };

    private static DeclarationItem ToDomain(ItemPart part) =>
        new(
            part.ItemId,
            new DraftItem
            {
                Year = part.Year,
                Subject = part.Subject,
                ActivityType = part.ActivityType,
                ActivityName = part.ActivityName,
                Organiser = part.Organiser,
                Place = part.Place,
                StartDate = part.StartDate,
                EndDate = part.EndDate,
                Hours = part.Hours,
                Note = part.Note,
            }
        );

    private static Evidence ToDomain(EvidencePart part) =>
        new(
            part.EvidenceId,
            part.Year,
            part.FileName,
            part.ContentType,
            part.SizeBytes,
            part.Digest,
            DateTimeOffset.FromUnixTimeMilliseconds(part.AddedAt)
        );

    private static ImmutableArray<HistoryEntry> ToDomain(
        HistoryPart[] parts,
        ProfileSnapshot declarant,
        UnitReference[] units
    )
    {
        var history = ImmutableArray.CreateBuilder<HistoryEntry>(parts.Length);
        var rules = "";
        foreach (var part in parts)
        {
            rules = part.RuleSetVersion ?? rules;
            history.Add(
                new HistoryEntry(
                    history.Count + 1,
                    part.Action,
                    DateTimeOffset.FromUnixTimeMilliseconds(part.At),
                    part.ActorPersonId is { } actor ? PersonId.Parse(actor) : declarant.PersonId,
                    part.ActorName ?? declarant.Name,
                    At(units, part.Unit),
                    At(units, part.NextUnit),
                    part.Reason,
                    [.. part.ItemIds ?? []],
                    rules,
                    (DeclarationStatus)part.StatusAfter
                )
            );
        }

        return history.MoveToImmutable();
    }

    private static ImmutableArray<RouteStep> RouteOf(ImmutableArray<HistoryEntry> history) =>
        [
            .. history
                .Where(entry => entry.Unit is not null)
                .GroupBy(entry => entry.Unit!.Code)
                .Select(decisions => decisions.Last())
                .OrderBy(entry => entry.Version)
                .Select(entry => new RouteStep(entry.Unit!, entry.Action, entry.Version, entry.At)),
        ];

    public static YearSummary ToYear(int[] numbers) =>
        numbers.Length == YearNumbers
            ? new YearSummary(
                numbers[0],
                new CreditHours(numbers[1]),
                new CreditHours(numbers[2]),
                new YearTargets(
                    Total: new CreditHours(numbers[5]),
                    General: new CreditHours(numbers[3]),
                    Professional: new CreditHours(numbers[4])
                )
            )
            : throw new FormatException($"A stored year has {numbers.Length} numbers instead of {YearNumbers}.");

    private static ImmutableArray<TTo> All<TFrom, TTo>(TFrom[]? parts, Func<TFrom, TTo> toDomain) =>
        parts is null ? [] : [.. parts.Select(toDomain)];

    private static UnitReference? At(UnitReference[] units, int? index) => index is { } at ? units[at] : null;

    private static DateTimeOffset? Instant(long? milliseconds) =>
        milliseconds is { } some ? DateTimeOffset.FromUnixTimeMilliseconds(some) : null;
}
