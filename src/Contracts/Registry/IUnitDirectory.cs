using System.Collections.Immutable;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using Orleans.Concurrency;

namespace CeActors.Contracts.Registry;

/// <summary>
/// Read model of all units, one a silo (key 0), refreshed from the registry's rows; at most some seconds old, so it suggests and
/// finds, and never authorizes.
/// </summary>
[Alias("ce.IUnitDirectory")]
public interface IUnitDirectory : IGrainWithIntegerKey
{
    /// <summary>Units by part of code, name or pinyin initials, best match first.</summary>
    [ReadOnly, Alias("search")]
    Task<DirectoryPage> SearchAsync(DirectoryQuery query);

    /// <summary>One unit with its ancestors; null when unknown.</summary>
    [ReadOnly, Alias("get")]
    Task<DirectoryEntry?> GetAsync(string unitCode);

    /// <summary>Units in which this person is a member, at most 50.</summary>
    [ReadOnly, Alias("memberships")]
    Task<ImmutableArray<Membership>> GetMembershipsAsync(string personId);

    /// <summary>Whether this person administers the registry, by the silo's settings; to be shown, since each grain checks by itself.</summary>
    [ReadOnly, Alias("is-administrator")]
    Task<bool> IsAdministratorAsync(string personId);
}

/// <param name="Text">Part of code or name; null lists all.</param>
/// <param name="Kind">Only this kind; null for all.</param>
/// <param name="ParentCode">Only direct children; null for all.</param>
/// <param name="DivisionCode">Only this division; null for all.</param>
/// <param name="Skip">0 and up, at most 100,000.</param>
/// <param name="PageSize">1 to 200.</param>
[GenerateSerializer, Immutable, Alias("ce.directory-query")]
public sealed record DirectoryQuery(
    [property: Id(0)] string? Text,
    [property: Id(1)] UnitKind? Kind,
    [property: Id(2)] string? ParentCode,
    [property: Id(3)] string? DivisionCode,
    [property: Id(4)] int Skip,
    [property: Id(5)] int PageSize
);

[GenerateSerializer, Immutable, Alias("ce.directory-page")]
public sealed record DirectoryPage(
    [property: Id(0)] ImmutableArray<DirectoryEntry> Entries,
    [property: Id(1)] int MatchCount,
    [property: Id(2)] DateTimeOffset RefreshedAt
)
{
    /// <summary>Its kind alone: the runtime writes whole answers into its log when it drops them.</summary>
    public override string ToString() => nameof(DirectoryPage);
}

[GenerateSerializer, Immutable, Alias("ce.directory-entry")]
public sealed record DirectoryEntry(
    [property: Id(0)] string Code,
    [property: Id(1)] string Name,
    [property: Id(2)] UnitKind Kind,
    [property: Id(3)] string DivisionCode,
    [property: Id(4)] string? ParentCode,
    [property: Id(5)] string? AgencyCode,
    [property: Id(6)] bool IsActive,
    [property: Id(7)] int ChildCount,
    [property: Id(8)] ImmutableArray<UnitReference> Ancestors
)
{
    /// <summary>Its kind alone: the runtime writes whole answers into its log when it drops them.</summary>
    public override string ToString() => nameof(DirectoryEntry);
}

[GenerateSerializer, Immutable, Alias("ce.membership")]
public sealed record Membership(
    [property: Id(0)] UnitReference Unit,
    [property: Id(1)] UnitKind Kind,
    [property: Id(2)] UnitRoles Roles
);
