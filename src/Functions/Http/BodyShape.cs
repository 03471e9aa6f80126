using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CeActors.Contracts.Review;

namespace CeActors.Functions.Http;

/// <summary>
/// Says of a body that could not be read every place that is wrong, by walking it along the generated contract. Runs for bad
/// bodies alone, so that good ones pay nothing.
/// </summary>
internal static class BodyShape
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = RequestLimits.JsonDepthMax };

    public static FrontProblem Explain(ReadOnlyMemory<byte> body, JsonTypeInfo type, JsonException exception)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Lenient);
        }
        catch (JsonException syntax)
        {
            return Malformed(syntax);
        }

        using (document)
        {
            var problems = new ShapeProblems();
            try
            {
                Walk(document.RootElement, type, "", problems);
                problems.ThrowIfAny();
            }
            catch (RefusedRequestException refused)
            {
                return refused.Problem;
            }
            catch (InvalidOperationException)
            {
                // A text that is not valid Unicode; what the reader said is the best there is.
            }

            return Malformed(exception);
        }
    }

    private static FrontProblem Malformed(JsonException exception)
    {
        var line = (exception.LineNumber ?? 0) + 1;
        var position = (exception.BytePositionInLine ?? 0) + 1;
        return FrontProblem.At(
            "",
            "json-malformed",
            $"请求内容不是正确的 JSON（第 {line} 行第 {position} 字节附近，嵌套不得超过 {RequestLimits.JsonDepthMax} 层），请修正。",
            $"The body is not well-formed JSON (near line {line}, byte {position}; at most {RequestLimits.JsonDepthMax} levels deep); correct it."
        );
    }

    private static void Walk(JsonElement element, JsonTypeInfo type, string path, ShapeProblems problems)
    {
        if (type.Kind == JsonTypeInfoKind.Object && element.ValueKind == JsonValueKind.Object)
        {
            WalkObject(element, type, path, problems);
        }
        else if (type.Kind == JsonTypeInfoKind.Enumerable && element.ValueKind == JsonValueKind.Array)
        {
            var places = type.Options.GetTypeInfo(type.ElementType!);
            var index = 0;
            foreach (var place in element.EnumerateArray())
            {
                Walk(place, places, $"{path}/{index++}", problems);
            }
        }
        else if (!Reads(element, type))
        {
            var (chinese, english) = Expected(type);
            problems.Add(
                path,
                "wrong-type",
                $"{(path == "" ? "请求内容" : path)} 应为{chinese}，请修改。",
                $"{(path == "" ? "The body" : path)} must be {english}; correct it."
            );
        }
    }

    private static void WalkObject(JsonElement element, JsonTypeInfo type, string path, ShapeProblems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var place = $"{path}/{JsonPointer.Escape(member.Name)}";
            var known = type.Properties.FirstOrDefault(property => property.Name == member.Name);
            if (!seen.Add(member.Name))
            {
                problems.Add(
                    place,
                    "member-repeated",
                    $"{place} 重复出现，请只保留一个。",
                    $"{place} appears more than once; keep one."
                );
            }
            else if (known is null)
            {
                var names = string.Join(", ", type.Properties.Select(property => property.Name));
                problems.Add(
                    place,
                    "member-unknown",
                    $"不认识 {place}，请删除；这里可用：{names}。",
                    $"{place} is not known; remove it. Known here: {names}."
                );
            }
            else if (member.Value.ValueKind == JsonValueKind.Null)
            {
                if (
                    !known.IsSetNullable
                    || Nullable.GetUnderlyingType(known.PropertyType) is null && known.PropertyType.IsValueType
                )
                {
                    problems.Required(place);
                }
            }
            else
            {
                Walk(member.Value, type.Options.GetTypeInfo(known.PropertyType), place, problems);
            }
        }

        foreach (var missing in type.Properties.Where(property => property.IsRequired && !seen.Contains(property.Name)))
        {
            problems.Required($"{path}/{missing.Name}");
        }
    }

    private static bool Reads(JsonElement element, JsonTypeInfo type)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return !type.Type.IsValueType || Nullable.GetUnderlyingType(type.Type) is not null;
        }

        try
        {
            element.Deserialize(type);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static (string Chinese, string English) Expected(JsonTypeInfo type)
    {
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (plain == typeof(UnitRoles))
        {
            var words = string.Join(", ", UnitRolesConverter.Words.Select(known => known.Word));
            return ($"角色数组（{words}）", $"an array of roles ({words})");
        }

        if (plain.IsEnum)
        {
            var words = string.Join(
                ", ",
                Enum.GetNames(plain).Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName)
            );
            return ($"以下之一：{words}", $"one of {words}");
        }

        return (type.Kind, Type.GetTypeCode(plain)) switch
        {
            (JsonTypeInfoKind.Object, _) => (" JSON 对象", "a JSON object"),
            (JsonTypeInfoKind.Enumerable, _) => (" JSON 数组", "a JSON array"),
            (_, TypeCode.Int32) => ($"整数（{int.MinValue} 至 {int.MaxValue}）", "a whole number of 32 bits"),
            (_, TypeCode.Int64) => ("整数", "a whole number"),
            (_, TypeCode.Boolean) => (" true 或 false", "true or false"),
            _ => ("文本", "a text"),
        };
    }
}
