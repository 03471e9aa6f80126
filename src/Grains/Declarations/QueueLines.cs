using CeActors.Contracts.Declarations;
using CeActors.Domain.Declarations;
using CeActors.Grains.Review;
using CeActors.Grains.Storage;

namespace CeActors.Grains.Declarations;

/// <summary>
/// The lines of a declaration in the lists of units: one where it waits, one at each unit that has decided on it. A line
/// of a unit that has decided does not change when other units decide, so that a movement writes no more rows than it must.
/// </summary>
internal static class QueueLines
{
    /// <summary>The line in the queue of its holder; null when no unit holds it.</summary>
    public static QueueEntry? Waiting(DeclarationDocument document)
    {
        var state = document.State;
        return state.Holder is null ? null : Line(document, state.Version, state.Status, state.HeldSince);
    }

    /// <summary>The line in the list of what a unit has decided; null when it has not decided, or the person has deleted it.</summary>
    public static QueueEntry? Decided(DeclarationDocument document, string unitCode)
    {
        foreach (var step in document.State.Route)
        {
            if (
                step.Unit.Code.Value == unitCode
                && document.State.Status != Domain.Declarations.DeclarationStatus.Deleted
            )
            {
                return Decided(document, step);
            }
        }

        return null;
    }

    /// <summary>For each unit that had decided on a declaration that its person has deleted: the line that is gone, as deleted.</summary>
    public static IEnumerable<(string Unit, QueueEntry? Decided)> Deleted(DeclarationDocument document) =>
        document
            .State.Route.Select(step => step.Unit.Code.Value)
            .Distinct(StringComparer.Ordinal)
            .Select(unit =>
                (
                    unit,
                    (QueueEntry?)Line(document, document.State.Version, document.State.Status, document.State.HeldSince)
                )
            );

    /// <summary>All rows to be written with the document.</summary>
    public static IReadOnlyList<StoredRow> RowsOf(DeclarationDocument document)
    {
        var state = document.State;
        if (state.Status == Domain.Declarations.DeclarationStatus.Deleted)
        {
            return [];
        }

        var rows = new List<StoredRow>(state.Route.Length + 1);
        if (Waiting(document) is { } waiting)
        {
            rows.Add(QueueRows.Waiting(state.Holder!.Code.Value, waiting));
        }

        foreach (var step in state.Route)
        {
            rows.Add(QueueRows.Passed(step.Unit.Code.Value, Decided(document, step)));
        }

        return rows;
    }

    /// <summary>The lines of all units that have decided, to be kept as they are while another submission begins.</summary>
    public static IEnumerable<EarlierLinePart> EarlierLinesOf(DeclarationDocument document) =>
        document.State.Route.Select(step => EarlierLineOf(document, step) ?? ToPart(document, step));

    /// <summary>The line of a unit that decided on an earlier submission; null for one of the present submission.</summary>
    public static EarlierLinePart? EarlierLineOf(DeclarationDocument document, RouteStep step) =>
        document.EarlierLines?.FirstOrDefault(line =>
            line.UnitCode == step.Unit.Code.Value && line.Version == step.Version
        );

    private static QueueEntry Decided(DeclarationDocument document, RouteStep step) =>
        EarlierLineOf(document, step) is { } earlier ? ToEntry(earlier, document.State) : Present(document, step);

    private static EarlierLinePart ToPart(DeclarationDocument document, RouteStep step)
    {
        var (entry, profile) = (Present(document, step), document.State.Profile);
        return new()
        {
            UnitCode = step.Unit.Code.Value,
            Version = entry.Version,
            PersonName = entry.PersonName,
            EmployerCode = entry.EmployerCode,
            EmployerName = entry.EmployerName,
            Status = (int)entry.Status,
            FromYear = entry.FromYear,
            ToYear = entry.ToYear,
            QuarterHours = entry.TotalQuarterHours,
            TitleLevel = entry.TitleLevel,
            SubmittedAt = entry.SubmittedAt.ToUnixTimeMilliseconds(),
            HeldSince = entry.HeldSince.ToUnixTimeMilliseconds(),
            TargetsMet = entry.TargetsMet,
            MaskedResidentId = profile.MaskedResidentId,
            IsPublicInstitution = profile.IsPublicInstitution,
            ProfileVersion = profile.Version,
            DraftRevision = document.SubmittedRevision ?? 0,
        };
    }

    private static QueueEntry ToEntry(EarlierLinePart line, Declaration state) =>
        new(
            state.Id.Value,
            line.Version,
            state.PersonId.Value,
            line.PersonName,
            line.EmployerCode,
            line.EmployerName,
            (Contracts.Declarations.DeclarationStatus)line.Status,
            line.FromYear,
            line.ToYear,
            line.QuarterHours,
            line.TitleLevel,
            DateTimeOffset.FromUnixTimeMilliseconds(line.SubmittedAt),
            DateTimeOffset.FromUnixTimeMilliseconds(line.HeldSince),
            line.TargetsMet
        );

    private static QueueEntry Present(DeclarationDocument document, RouteStep step)
    {
        var status = document.State.History[(int)step.Version - 1].StatusAfter;
        return Line(document, step.Version, status, step.At);
    }

    private static QueueEntry Line(
        DeclarationDocument document,
        long version,
        Domain.Declarations.DeclarationStatus status,
        DateTimeOffset since
    )
    {
        var state = document.State;
        var years = state.SubmittedYears;
        return new QueueEntry(
            state.Id.Value,
            version,
            state.PersonId.Value,
            state.Profile.Name,
            state.Profile.Employer.Code.Value,
            state.Profile.Employer.Name,
            (Contracts.Declarations.DeclarationStatus)status,
            years.IsEmpty ? 0 : years[0].Year,
            years.IsEmpty ? 0 : years[^1].Year,
            years.Sum(year => year.Total.QuarterHours),
            document.SubmittedTitleLevel,
            state.SubmittedAt ?? state.CreatedAt,
            since,
            years.All(year => year.TargetMet)
        );
    }
}
