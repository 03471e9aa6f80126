using System.Collections.Immutable;

namespace CeActors.Contracts.Declarations;

/// <summary>
/// The head of a declaration (申报信息, guide step 6) exactly as typed: wrong values are kept and reported, never dropped.
/// Null is a field not yet filled. Each text is at most 500 characters; a longer one is refused as a shape error.
/// </summary>
[GenerateSerializer, Immutable, Alias("ce.draft-head")]
public sealed record DraftHead
{
    [Id(0)]
    public string? Phone { get; init; }

    [Id(1)]
    public string? Email { get; init; }

    /// <summary>职称, such as 讲师.</summary>
    [Id(2)]
    public string? Title { get; init; }

    /// <summary>职称系列, such as 高等学校教师.</summary>
    [Id(3)]
    public string? TitleSeries { get; init; }

    /// <summary>Level of the title: <c>junior</c>, <c>intermediate</c>, <c>associate-senior</c>, <c>senior</c>, <c>none</c>.</summary>
    [Id(4)]
    public string? TitleLevel { get; init; }

    /// <summary>从事专业.</summary>
    [Id(5)]
    public string? Profession { get; init; }

    /// <summary>First declared year of the recognition span (核认跨度), included; as typed.</summary>
    [Id(6)]
    public string? SpanFromYear { get; init; }

    /// <summary>Last declared year of the span, included; as typed.</summary>
    [Id(7)]
    public string? SpanToYear { get; init; }

    [Id(8)]
    public string? Note { get; init; }

    /// <summary>本人承诺以上信息属实: must be true on submission.</summary>
    [Id(9)]
    public bool PromisesTruth { get; init; }
}

/// <summary>One line of a declared year (明细, guide step 7) as typed. Null is a field not yet filled.</summary>
[GenerateSerializer, Immutable, Alias("ce.draft-item")]
public sealed record DraftItem
{
    /// <summary>Declared year (申报年度), such as 2024.</summary>
    [Id(0)]
    public int? Year { get; init; }

    /// <summary><c>general</c> (公需科目) or <c>professional</c> (专业科目).</summary>
    [Id(1)]
    public string? Subject { get; init; }

    /// <summary>Form of learning, a code of the rule set's list.</summary>
    [Id(2)]
    public string? ActivityType { get; init; }

    [Id(3)]
    public string? ActivityName { get; init; }

    [Id(4)]
    public string? Organiser { get; init; }

    [Id(5)]
    public string? Place { get; init; }

    /// <summary>First day, <c>yyyy-MM-dd</c>, included.</summary>
    [Id(6)]
    public string? StartDate { get; init; }

    /// <summary>Last day, <c>yyyy-MM-dd</c>, included.</summary>
    [Id(7)]
    public string? EndDate { get; init; }

    /// <summary>Claimed hours in decimal, a multiple of 0.25, such as <c>12.5</c>.</summary>
    [Id(8)]
    public string? Hours { get; init; }

    [Id(9)]
    public string? Note { get; init; }
}

/// <summary>The imported rows of one year that the person ticked and confirmed (勾选数据 + 确认选择, guide step 7).</summary>
/// <param name="Year">Declared year.</param>
/// <param name="RecordIds">Ids of the platform's records; replaces the earlier choice for the year; empty takes it back.</param>
[GenerateSerializer, Immutable, Alias("ce.confirmed-imports")]
public sealed record ConfirmedImports([property: Id(0)] int Year, [property: Id(1)] ImmutableArray<string> RecordIds);
