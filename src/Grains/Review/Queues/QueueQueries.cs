using CeActors.Contracts;
using CeActors.Contracts.Review;

namespace CeActors.Grains.Review.Queues;

/// <summary>The bounds of a <see cref="QueueQuery"/>.</summary>
public static class QueueQueries
{
    /// <summary>Entries on one page.</summary>
    public const int PageSizeMax = 200;

    /// <summary>Characters of the text searched for.</summary>
    public const int TextCharactersMax = 50;

    /// <summary>Characters of an employer's code.</summary>
    public const int EmployerCodeCharactersMax = 64;

    /// <summary>Null when the query can be answered; otherwise a refusal that names each place.</summary>
    public static Refusal? Check(QueueQuery query)
    {
        var problems = new List<Problem>();
        if (!Enum.IsDefined(query.Sort))
        {
            problems.Add(new Problem("/sort", "unknown", "没有这种排序方式。", "There is no such order."));
        }

        if (query.PageSize is < 1 or > PageSizeMax)
        {
            problems.Add(
                new Problem(
                    "/pageSize",
                    "out-of-range",
                    $"每页条数应为 1 至 {PageSizeMax}。",
                    $"A page has 1 to {PageSizeMax} entries."
                )
            );
        }

        if (query.Text?.Length > TextCharactersMax)
        {
            problems.Add(
                new Problem(
                    "/text",
                    "too-long",
                    $"查询文字最多 {TextCharactersMax} 个字符。",
                    $"Search for at most {TextCharactersMax} characters."
                )
            );
        }

        if (query.EmployerCode?.Length > EmployerCodeCharactersMax)
        {
            problems.Add(new Problem("/employer", "too-long", "单位代码过长。", "The employer's code is too long."));
        }

        if (query.After is { } cursor && !QueueCursor.TryRead(cursor, query.Sort, query.Descending, out _))
        {
            problems.Add(
                new Problem(
                    "/after",
                    "cursor-invalid",
                    "翻页位置无效或属于另一种排序，请从第一页开始。",
                    "The page cursor is not valid for this order; start at the first page."
                )
            );
        }

        return problems.Count == 0
            ? null
            : new Refusal(
                RefusalKind.Invalid,
                "query-invalid",
                "查询条件有误。",
                "The query is not valid.",
                [.. problems]
            );
    }
}
