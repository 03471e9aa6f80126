namespace CeActors.Domain.Declarations;

/// <summary>
/// The head of a declaration (申报信息, guide step 6) exactly as typed: wrong values are kept and reported, never dropped. Null is a field
/// not yet filled; each text at most <see cref="DeclarationLimits.TextLengthMax"/> characters.
/// </summary>
public sealed record DraftHead
{
    /// <summary>Nothing filled in.</summary>
    public static readonly DraftHead Empty = new();

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>职称.</summary>
    public string? Title { get; init; }

    /// <summary>职称系列.</summary>
    public string? TitleSeries { get; init; }

    /// <summary>One of <see cref="TitleLevels.All"/> when right.</summary>
    public string? TitleLevel { get; init; }

    /// <summary>从事专业.</summary>
    public string? Profession { get; init; }

    /// <summary>First declared year of the span, included; as typed.</summary>
    public string? SpanFromYear { get; init; }

    /// <summary>Last declared year of the span, included; as typed.</summary>
    public string? SpanToYear { get; init; }

    public string? Note { get; init; }

    /// <summary>本人承诺以上信息属实.</summary>
    public bool PromisesTruth { get; init; }
}

/// <summary>Levels of a professional title (职称级别) as drafts write them.</summary>
public static class TitleLevels
{
    /// <summary>正高, 副高, 中级, 初级, and none.</summary>
    public static readonly IReadOnlyList<string> All = ["senior", "associate-senior", "intermediate", "junior", "none"];
}

/// <summary>One line of a declared year (明细, guide step 7) as typed. Null is a field not yet filled.</summary>
public sealed record DraftItem
{
    /// <summary>申报年度.</summary>
    public int? Year { get; init; }

    /// <summary><c>general</c> or <c>professional</c> when right.</summary>
    public string? Subject { get; init; }

    /// <summary>A code of the rule set's list when right.</summary>
    public string? ActivityType { get; init; }

    public string? ActivityName { get; init; }

    public string? Organiser { get; init; }

    public string? Place { get; init; }

    /// <summary>First day, <c>yyyy-MM-dd</c> when right, included.</summary>
    public string? StartDate { get; init; }

    /// <summary>Last day, <c>yyyy-MM-dd</c> when right, included.</summary>
    public string? EndDate { get; init; }

    /// <summary>Claimed hours, such as <c>12.5</c> when right.</summary>
    public string? Hours { get; init; }

    public string? Note { get; init; }
}
