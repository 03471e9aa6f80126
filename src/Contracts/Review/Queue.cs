using System.Collections.Immutable;
using CeActors.Contracts.Declarations;

namespace CeActors.Contracts.Review;

/// <summary>What a list is sorted by; ties go by declaration id.</summary>
[GenerateSerializer, Alias("ce.queue-sort")]
public enum QueueSort
{
    HeldSince = 0,
    SubmittedAt = 1,
    PersonName = 2,
    EmployerName = 3,
    TotalHours = 4,
}

/// <summary>One page of a list.</summary>
/// <param name="Sort">Order.</param>
/// <param name="Descending">Direction.</param>
/// <param name="Text">Part of the person's or employer's name, or of the declaration id; null for all; at most 50 characters.</param>
/// <param name="EmployerCode">Only this employer's people; null for all.</param>
/// <param name="Year">Only declarations that cover this year; null for all.</param>
/// <param name="TargetsMet">Only those that do (or do not) meet every target; null for all.</param>
/// <param name="HeldBefore">Only those held since before this time; null for all.</param>
/// <param name="After">Cursor of the page before; null for the first page. Stable while entries come and go.</param>
/// <param name="PageSize">1 to 200.</param>
[GenerateSerializer, Immutable, Alias("ce.queue-query")]
public sealed record QueueQuery(
    [property: Id(0)] QueueSort Sort,
    [property: Id(1)] bool Descending,
    [property: Id(2)] string? Text,
    [property: Id(3)] string? EmployerCode,
    [property: Id(4)] int? Year,
    [property: Id(5)] bool? TargetsMet,
    [property: Id(6)] DateTimeOffset? HeldBefore,
    [property: Id(7)] string? After,
    [property: Id(8)] int PageSize
);

/// <param name="Entries">At most the page size.</param>
/// <param name="MatchCount">How many match the filters in all.</param>
/// <param name="TotalCount">How many the list holds.</param>
/// <param name="Next">Cursor for the next page; null at the end.</param>
/// <param name="IsLoading">The list is still being read after an activation; entries and counts may be incomplete.</param>
[GenerateSerializer, Immutable, Alias("ce.queue-page")]
public sealed record QueuePage(
    [property: Id(0)] ImmutableArray<QueueEntry> Entries,
    [property: Id(1)] int MatchCount,
    [property: Id(2)] int TotalCount,
    [property: Id(3)] string? Next,
    [property: Id(4)] bool IsLoading
);

/// <param name="Total">All that wait.</param>
/// <param name="ByAgeDays">Counts by whole days waiting: under 1, under 3, under 7, under 15, 15 and more.</param>
/// <param name="ByEmployer">The 20 employers with the most, descending.</param>
/// <param name="OldestSince">Since when the oldest waits; null when none.</param>
/// <param name="IsLoading">As in <see cref="QueuePage"/>.</param>
[GenerateSerializer, Immutable, Alias("ce.queue-counts")]
public sealed record QueueCounts(
    [property: Id(0)] int Total,
    [property: Id(1)] ImmutableArray<int> ByAgeDays,
    [property: Id(2)] ImmutableArray<EmployerCount> ByEmployer,
    [property: Id(3)] DateTimeOffset? OldestSince,
    [property: Id(4)] bool IsLoading
);

[GenerateSerializer, Immutable, Alias("ce.employer-count")]
public sealed record EmployerCount([property: Id(0)] UnitReference Employer, [property: Id(1)] int Count);

/// <summary>What has become of what a unit decided, as the lines of its "done" list tell it.</summary>
/// <param name="Total">All lines of the list.</param>
/// <param name="ByStatus">Counts by status, in the order of its numbers; statuses without a line are left out.</param>
/// <param name="IsLoading">As in <see cref="QueuePage"/>.</param>
[GenerateSerializer, Immutable, Alias("ce.done-counts")]
public sealed record DoneCounts(
    [property: Id(0)] int Total,
    [property: Id(1)] ImmutableArray<StatusCount> ByStatus,
    [property: Id(2)] bool IsLoading
);

[GenerateSerializer, Immutable, Alias("ce.status-count")]
public sealed record StatusCount([property: Id(0)] DeclarationStatus Status, [property: Id(1)] int Count);
