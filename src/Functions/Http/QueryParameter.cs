using System.Globalization;

namespace CeActors.Functions.Http;

/// <summary>A query parameter: reads itself, and describes itself in the OpenAPI document.</summary>
internal abstract record QueryParameter(string Name, string Description)
{
    /// <summary>JSON type: <c>string</c>, <c>integer</c> or <c>boolean</c>.</summary>
    public required string SchemaType { get; init; }

    /// <summary>JSON format such as <c>date-time</c>; null when none.</summary>
    public string? Format { get; init; }

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    public int? LengthMax { get; init; }

    public IReadOnlyList<string>? Words { get; init; }

    public bool IsRequired { get; init; }

    public static QueryParameter<int?> Integer(string name, int minimum, int maximum, string description) =>
        new(
            name,
            description,
            text =>
                int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                && value >= minimum
                && value <= maximum
                    ? (true, value)
                    : (false, null),
            ($"应为 {minimum} 至 {maximum} 的整数", $"must be a whole number from {minimum} to {maximum}")
        )
        {
            SchemaType = "integer",
            Minimum = minimum,
            Maximum = maximum,
        };

    public static QueryParameter<bool?> Boolean(string name, string description) =>
        new(
            name,
            description,
            text =>
                text switch
                {
                    "true" => (true, true),
                    "false" => (true, false),
                    _ => (false, null),
                },
            ("应为 true 或 false", "must be true or false")
        )
        {
            SchemaType = "boolean",
        };

    public static QueryParameter<string?> Text(string name, int charactersMax, string description) =>
        new(
            name,
            description,
            text =>
            {
                var problems = new ShapeProblems();
                TextShape.Check(text, name, charactersMax, problems);
                return (!problems.Any, text);
            },
            (
                $"最多 {charactersMax} 个可打印字符",
                $"may have at most {charactersMax} characters, without control characters"
            )
        )
        {
            SchemaType = "string",
            LengthMax = charactersMax,
        };

    public static QueryParameter<DateTimeOffset?> Time(string name, string description) =>
        new(
            name,
            description,
            text =>
                DateTimeOffset.TryParseExact(
                    text,
                    ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"],
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var value
                )
                    ? (true, value)
                    : (false, null),
            ("应为 RFC 3339 时间，例如 2026-05-01T00:00:00Z", "must be a time such as 2026-05-01T00:00:00Z")
        )
        {
            SchemaType = "string",
            Format = "date-time",
        };

    public static QueryParameter<TEnum?> Word<TEnum>(string name, string description)
        where TEnum : struct, Enum
    {
        var words = Enum.GetValues<TEnum>()
            .ToDictionary(value => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
        var list = string.Join(", ", words.Keys);
        return new(
            name,
            description,
            text => words.TryGetValue(text, out var value) ? (true, value) : (false, null),
            ($"应为以下之一：{list}", $"must be one of {list}")
        )
        {
            SchemaType = "string",
            Words = [.. words.Keys],
        };
    }
}

/// <inheritdoc />
internal sealed record QueryParameter<T>(
    string Name,
    string Description,
    Func<string, (bool Good, T? Value)> Parse,
    (string Chinese, string English) Expectation
) : QueryParameter(Name, Description)
{
    /// <summary>The value sent; default when absent or empty.</summary>
    /// <exception cref="RefusedRequestException">It is malformed, repeated, or missing though required (400, naming it).</exception>
    public T? Read(HttpRequest request)
    {
        var values = request.Query[Name];
        if (values.Count == 0 || values is [null or ""])
        {
            return IsRequired
                ? throw Refused(
                    "query-parameter-required",
                    "缺少，" + Expectation.Chinese,
                    "is missing; it " + Expectation.English
                )
                : default;
        }

        if (values is [{ } text] && Parse(text) is (true, var value))
        {
            return value;
        }

        throw Refused("query-parameter-malformed", Expectation.Chinese, Expectation.English);
    }

    private RefusedRequestException Refused(string code, string chinese, string english) =>
        new(
            FrontProblem.At(
                $"query:{Name}",
                code,
                $"查询参数 {Name} {chinese}。",
                $"The query parameter {Name} {english}."
            )
        );
}

/// <summary>Endpoint metadata: the query parameters that it takes.</summary>
internal sealed record QueryMetadata(IReadOnlyList<QueryParameter> Parameters);

/// <summary>Refuses query parameters that an endpoint does not know: a mistyped filter must not list the wrong things.</summary>
internal sealed class QueryFilter(IReadOnlyList<QueryParameter> parameters) : IEndpointFilter
{
    private readonly HashSet<string> _known = new(
        parameters.Select(each => each.Name),
        StringComparer.OrdinalIgnoreCase
    );

    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var name in context.HttpContext.Request.Query.Keys)
        {
            if (!_known.Contains(name))
            {
                var shown = JsonPointer.Escape(name);
                throw new RefusedRequestException(
                    FrontProblem.At(
                        $"query:{shown}",
                        "query-parameter-unknown",
                        $"不认识查询参数 {shown}；这里可用：{string.Join(", ", _known)}。",
                        $"The query parameter {shown} is not known here; known are {string.Join(", ", _known)}."
                    )
                );
            }
        }

        return next(context);
    }
}
