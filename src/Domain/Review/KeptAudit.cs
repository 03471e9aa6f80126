using System.Collections.Immutable;

namespace CeActors.Domain.Review;

/// <summary>
/// Which entries of a unit's audit are kept. They are bounded, and whoever would hide one by many others must not succeed: changes of names
/// alone have a bound of their own, and of the rest goes what is in the midst of the subject with the most entries, so that how each
/// began and how it stands is kept longest. Versions without an entry show that some are gone.
/// </summary>
internal static class KeptAudit
{
    private const string SubjectPrefix = "person=";

    /// <summary>The audit with one more entry, at most <see cref="ReviewLimits.AuditEntriesMax"/> and <see cref="ReviewLimits.RenamesAuditedMax"/>.</summary>
    public static ImmutableArray<AuditEntry> With(this ImmutableArray<AuditEntry> audit, AuditEntry added)
    {
        var isRename = IsRename(added);
        var same = audit.Where(entry => IsRename(entry) == isRename).ToArray();
        var isFull = same.Length >= (isRename ? ReviewLimits.RenamesAuditedMax : ReviewLimits.AuditEntriesMax);
        if (!isFull)
            return audit.Add(added);
        return audit.Remove(isRename ? same[0] : Dispensable(same)).Add(added);
    }

    private static bool IsRename(AuditEntry entry) => entry.Action == UnitActions.MemberRenamed;

    /// <summary>The second of the subject with the most entries; the oldest of all where nobody has more than a first and a last.</summary>
    private static AuditEntry Dispensable(AuditEntry[] entries)
    {
        var most = entries.GroupBy(SubjectOf).MaxBy(group => group.Count())!.ToArray();
        return most.Length > 2 ? most[1] : entries[0];
    }

    /// <summary>The member whom an entry is about; empty for the unit itself.</summary>
    private static string SubjectOf(AuditEntry entry) =>
        entry.Detail.StartsWith(SubjectPrefix, StringComparison.Ordinal) ? entry.Detail.Split(';')[0] : "";
}

/// <summary>What is audited of a unit; their names are stored and shown.</summary>
public static class UnitActions
{
    public const string Registered = "registered";
    public const string Changed = "changed";
    public const string MemberSet = "member-set";
    public const string MemberRemoved = "member-removed";

    /// <summary>A member's name was changed and nothing else.</summary>
    public const string MemberRenamed = "member-renamed";
}
