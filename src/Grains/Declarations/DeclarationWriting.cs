using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Grains.Commands;

namespace CeActors.Grains.Declarations;

/// <summary>Brings a declaration into its stored form.</summary>
internal static class DeclarationWriting
{
    /// <param name="state">The declaration.</param>
    /// <param name="commands">Commands remembered.</param>
    /// <param name="previous">The document that it follows; null for the first.</param>
    public static DeclarationDocument ToDocument(
        Declaration state,
        RememberedCommand<ReceiptPart>[] commands,
        DeclarationDocument? previous
    )
    {
        var units = new UnitTable();
        var document = new DeclarationDocument
        {
            State = state,
            Id = state.Id.Value,
            Profile = Write(state.Profile, units),
            Status = (int)state.Status,
            Level = state.Level,
            Holder = units.IndexOf(state.Holder),
            RoutedBy = units.IndexOf(state.RoutedBy),
            DraftRevision = state.DraftRevision,
            Head = state.Head == DraftHead.Empty ? null : Write(state.Head),
            Items = NullIfEmpty(state.Items.Select(Write)),
            Imports = NullIfEmpty(state.Imports.Select(Write)),
            Evidence = NullIfEmpty(state.Evidence.Select(Write)),
            History = Write(state, units),
            SubmittedYears = NullIfEmpty(state.SubmittedYears.Select(Write)),
            SubmittedTitleLevel = IsSubmission(state, previous) ? state.Head.TitleLevel : previous?.SubmittedTitleLevel,
            SubmittedRevision = IsSubmission(state, previous) ? state.DraftRevision : previous?.SubmittedRevision,
            SubmittedAt = state.SubmittedAt?.ToUnixTimeMilliseconds(),
            RecognisedAt = state.RecognisedAt?.ToUnixTimeMilliseconds(),
            Agency = units.IndexOf(state.Agency),
            EarlierLines =
                IsSubmission(state, previous) && previous is not null
                    ? NullIfEmpty(QueueLines.EarlierLinesOf(previous))
                    : previous?.EarlierLines,
            Commands = commands,
        };
        return document with { Units = units.ToArray() };
    }

    /// <summary>An imported record as stored.</summary>
    public static ImportPart Write(ImportedRecord record) =>
        new()
        {
            RecordId = record.RecordId,
            Year = record.Year,
            Subject = (int)record.Subject,
            CourseName = record.CourseName,
            Organiser = record.Organiser,
            QuarterHours = record.Hours.QuarterHours,
            CompletedOn = record.CompletedOn.DayNumber,
        };

    private static bool IsSubmission(Declaration state, DeclarationDocument? previous) =>
        state.History[^1].Action == DeclarationActions.Submitted && state.Version != previous?.State.Version;

    private static ProfilePart Write(ProfileSnapshot profile, UnitTable units) =>
        new()
        {
            PersonId = profile.PersonId.Value,
            Name = profile.Name,
            MaskedResidentId = profile.MaskedResidentId,
            Employer = units.IndexOf(profile.Employer)!.Value,
            IsPublicInstitution = profile.IsPublicInstitution,
            Title = profile.Title,
            Version = profile.Version,
            ResidentIdDigest = profile.ResidentIdDigest,
            FormerResidentIdDigests = NullIfEmpty(profile.FormerResidentIdDigests),
        };

    private static HeadPart Write(DraftHead head) =>
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

    private static ItemPart Write(DeclarationItem item) =>
        new()
        {
            ItemId = item.ItemId,
            Year = item.Draft.Year,
            Subject = item.Draft.Subject,
            ActivityType = item.Draft.ActivityType,
            ActivityName = item.Draft.ActivityName,
            Organiser = item.Draft.Organiser,
            Place = item.Draft.Place,
            StartDate = item.Draft.StartDate,
            EndDate = item.Draft.EndDate,
            Hours = item.Draft.Hours,
            Note = item.Draft.Note,
        };

    private static EvidencePart Write(Evidence evidence) =>
        new()
        {
            EvidenceId = evidence.EvidenceId,
            Year = evidence.Year,
            FileName = evidence.FileName,
            ContentType = evidence.ContentType,
            SizeBytes = evidence.SizeBytes,
            Digest = evidence.Digest,
            AddedAt = evidence.AddedAt.ToUnixTimeMilliseconds(),
        };

    private static HistoryPart[] Write(Declaration state, UnitTable units)
    {
        var parts = new HistoryPart[state.History.Length];
        string? rules = null;
        for (var i = 0; i < parts.Length; i++)
        {
            var entry = state.History[i];
            if (entry.Version != i + 1)
            {
                throw new InvalidOperationException($"Version {entry.Version} of {state.Id} stands at place {i + 1}.");
            }

            parts[i] = new HistoryPart
            {
                Action = entry.Action,
                At = entry.At.ToUnixTimeMilliseconds(),
                ActorPersonId = entry.ActorPersonId == state.PersonId ? null : entry.ActorPersonId.Value,
                ActorName = entry.ActorName == state.Profile.Name ? null : entry.ActorName,
                Unit = units.IndexOf(entry.Unit),
                NextUnit = units.IndexOf(entry.NextUnit),
                Reason = entry.Reason,
                ItemIds = NullIfEmpty(entry.ItemIds),
                RuleSetVersion = entry.RuleSetVersion == rules ? null : entry.RuleSetVersion,
                StatusAfter = (int)entry.StatusAfter,
            };
            rules = entry.RuleSetVersion;
        }

        return parts;
    }

    public static int[] Write(YearSummary year) =>
        [
            year.Year,
            year.General.QuarterHours,
            year.Professional.QuarterHours,
            year.Targets.General.QuarterHours,
            year.Targets.Professional.QuarterHours,
            year.Targets.Total.QuarterHours,
        ];

    private static T[]? NullIfEmpty<T>(IEnumerable<T> parts) => parts.ToArray() is { Length: > 0 } some ? some : null;

    /// <summary>Gives each unit, by code and name, its index.</summary>
    private sealed class UnitTable
    {
        private readonly List<string> _codesAndNames = [];

        public int? IndexOf(UnitReference? unit)
        {
            if (unit is null)
            {
                return null;
            }

            for (var at = 0; at < _codesAndNames.Count; at += 2)
            {
                if (_codesAndNames[at] == unit.Code.Value && _codesAndNames[at + 1] == unit.Name)
                {
                    return at / 2;
                }
            }

            _codesAndNames.Add(unit.Code.Value);
            _codesAndNames.Add(unit.Name);
            return (_codesAndNames.Count / 2) - 1;
        }

        public string[] ToArray() => [.. _codesAndNames];
    }
}
