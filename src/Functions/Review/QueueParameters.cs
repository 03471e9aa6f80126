using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

/// <summary>The query of a unit's two lists, the waiting and the done.</summary>
internal static class QueueParameters
{
    /// <summary>Entries of one page, at most.</summary>
    public const int PageSizeMax = 200;

    /// <summary>Entries of one page when the client does not say.</summary>
    public const int PageSizeDefault = 50;

    private const int CursorCharactersMax = 300;
    private const int CodeCharactersMax = 64;

    private static readonly QueryParameter<QueueSort?> Sort = QueryParameter.Word<QueueSort>(
        "sort",
        "Order; heldSince when absent. Ties go by declaration id."
    );

    private static readonly QueryParameter<bool?> Descending = QueryParameter.Boolean("descending", "Direction.");

    private static readonly QueryParameter<string?> Text = QueryParameter.Text(
        "text",
        RequestLimits.SearchCharactersMax,
        "Part of the person's or employer's name, or of the declaration id."
    );

    private static readonly QueryParameter<string?> Employer = QueryParameter.Text(
        "employer",
        CodeCharactersMax,
        "Only this employer's people."
    );

    private static readonly QueryParameter<int?> Year = Years.Parameter(
        "year",
        "Only declarations that cover this year."
    );

    private static readonly QueryParameter<bool?> TargetsMet = QueryParameter.Boolean(
        "targetsMet",
        "Only those that do (or do not) meet every target."
    );

    private static readonly QueryParameter<DateTimeOffset?> HeldBefore = QueryParameter.Time(
        "heldBefore",
        "Only those held since before this time."
    );

    private static readonly QueryParameter<string?> After = QueryParameter.Text(
        "after",
        CursorCharactersMax,
        "Cursor of the page before; absent for the first page."
    );

    private static readonly QueryParameter<int?> PageSize = QueryParameter.Integer(
        "pageSize",
        1,
        PageSizeMax,
        $"Entries of one page; {PageSizeDefault} when absent."
    );

    public static readonly QueryParameter[] All =
    [
        Sort,
        Descending,
        Text,
        Employer,
        Year,
        TargetsMet,
        HeldBefore,
        After,
        PageSize,
    ];

    /// <exception cref="RefusedRequestException">A parameter is malformed (400, naming it).</exception>
    public static QueueQuery Read(HttpRequest request) =>
        new(
            Sort.Read(request) ?? QueueSort.HeldSince,
            Descending.Read(request) ?? false,
            Text.Read(request),
            Employer.Read(request),
            Year.Read(request),
            TargetsMet.Read(request),
            HeldBefore.Read(request),
            After.Read(request),
            PageSize.Read(request) ?? PageSizeDefault
        );
}
