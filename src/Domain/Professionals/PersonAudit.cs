using System.Collections.Immutable;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Professionals;

/// <summary>
/// One audited change of a registration or of an account's link. It is a part of what it tells of, so that one is never stored without the
/// other.
/// </summary>
/// <param name="Number">From 1 for each person; where numbers are missing, that many entries are kept no more.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">One of <see cref="PersonActions"/>.</param>
/// <param name="Detail">What changed: names of fields, opaque ids, codes of units, masked numbers; no names and titles.</param>
public sealed record PersonAuditEntry(long Number, DateTimeOffset At, PersonId Actor, string Action, string Detail);

/// <summary>What is audited of a person; their names are stored and shown.</summary>
public static class PersonActions
{
    public const string LinkMade = "link-made";
    public const string LinkChanged = "link-changed";
    public const string LinkCut = "link-cut";
    public const string Registered = "registered";

    /// <summary>The resident id was corrected, other fields perhaps too.</summary>
    public const string ResidentIdChanged = "resident-id-changed";

    /// <summary>Anything but the resident id was changed.</summary>
    public const string Changed = "changed";

    /// <summary>Whether an action makes, changes or cuts a link.</summary>
    public static bool IsOfLink(string action) => action is LinkMade or LinkChanged or LinkCut;
}

/// <summary>Makes entries of a person's audit, and keeps as many as are bounded.</summary>
internal static class PersonAudit
{
    private static readonly Func<string, bool>[] Kinds =
    [
        PersonActions.IsOfLink,
        action => action is PersonActions.Registered or PersonActions.ResidentIdChanged,
        action => action == PersonActions.Changed,
    ];

    /// <summary>The next entry of a person.</summary>
    public static PersonAuditEntry Next(
        Professional state,
        ProfessionalContext context,
        string action,
        string detail
    ) =>
        new(
            (state.Audit.IsEmpty ? 0 : state.Audit[^1].Number) + 1,
            context.Now,
            context.Actor ?? throw new InvalidOperationException("What is audited has an actor."),
            action,
            detail
        );

    /// <summary>
    /// The audit with one more entry. Links, resident ids and the rest have a bound each, so that none makes another forgotten; of a kind
    /// that is full the first entry stays, which says how it began, and the next one goes.
    /// </summary>
    public static ImmutableArray<PersonAuditEntry> With(
        this ImmutableArray<PersonAuditEntry> audit,
        PersonAuditEntry added
    )
    {
        var isOfKind = Kinds.First(isOfKind => isOfKind(added.Action));
        var same = audit.Where(entry => isOfKind(entry.Action)).ToArray();
        return (same.Length < ProfessionalLimits.AuditEntriesOfKindMax ? audit : audit.Remove(same[1])).Add(added);
    }

    /// <summary>What a registration changes.</summary>
    public static string Describe(ProfessionalProfile? before, ProfessionalProfile after)
    {
        string[] fields =
        [
            .. Changed("name", before?.Name, after.Name),
            .. Changed("residentId", before?.ResidentId.Value, after.ResidentId.Value),
            .. Changed("employer", before?.Employer.Code.Value, after.Employer.Code.Value),
            .. Changed("employerName", before?.Employer.Name, after.Employer.Name),
            .. Changed("publicInstitution", before?.IsPublicInstitution, (bool?)after.IsPublicInstitution),
            .. Changed("title", before?.Title, after.Title),
        ];
        return $"fields={string.Join(',', fields)}"
            + $"; residentId={FromTo(before?.ResidentId.Masked, after.ResidentId.Masked, before?.ResidentId != after.ResidentId)}"
            + $"; employer={FromTo(before?.Employer.Code.Value, after.Employer.Code.Value, before?.Employer.Code != after.Employer.Code)}"
            + $"; version={after.Version}";
    }

    private static IEnumerable<string> Changed<T>(string field, T? before, T? after) =>
        EqualityComparer<T>.Default.Equals(before, after) ? [] : [field];

    private static string FromTo(string? before, string after, bool isChanged) =>
        before is null || !isChanged ? after : $"{before}>{after}";
}
