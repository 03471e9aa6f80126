using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace CeActors.Backup;

/// <summary>
/// A row as a line of JSON: <c>p</c> and <c>r</c> its keys, <c>e</c> its etag, <c>c</c> its columns as pairs of type and value,
/// so that every EDM type comes back as it was.
/// </summary>
internal static class RowLine
{
    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="row">The row.</param>
    /// <param name="table">Its table, where lines of several are in one file; null otherwise.</param>
    public static string Write(TableEntity row, string? table = null)
    {
        var columns = new JsonObject();
        foreach (var (name, value) in row)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag") && value is not null)
            {
                columns[name] = Pair(name, value);
            }
        }

        var line = new JsonObject
        {
            ["p"] = row.PartitionKey,
            ["r"] = row.RowKey,
            ["e"] = row.ETag.ToString(),
            ["c"] = columns,
        };
        if (table is not null)
        {
            line["t"] = table;
        }

        return line.ToJsonString(Form);
    }

    /// <exception cref="BackupFault">The line is no row.</exception>
    public static (TableEntity Row, string ETag, string? Table) Read(string line)
    {
        try
        {
            var json = JsonNode.Parse(line)!;
            var row = new TableEntity(json["p"]!.GetValue<string>(), json["r"]!.GetValue<string>());
            foreach (var (name, pair) in json["c"]!.AsObject())
            {
                row[name] = Value(pair!.AsArray());
            }

            return (row, json["e"]!.GetValue<string>(), json["t"]?.GetValue<string>());
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or FormatException or NullReferenceException)
        {
            throw new BackupFault("A line of the backup is no row.");
        }
    }

    private static JsonArray Pair(string name, object value) =>
        value switch
        {
            string text => ["s", text],
            int number => ["i", number],
            long number => ["l", number.ToString(CultureInfo.InvariantCulture)],
            bool flag => ["b", flag],
            DateTimeOffset instant => ["d", instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)],
            DateTime instant => ["d", new DateTimeOffset(instant).ToString("O", CultureInfo.InvariantCulture)],
            byte[] bytes => ["x", Convert.ToBase64String(bytes)],
            BinaryData bytes => ["x", Convert.ToBase64String(bytes.ToMemory().Span)],
            double number => ["f", number.ToString("R", CultureInfo.InvariantCulture)],
            Guid guid => ["g", guid.ToString()],
            _ => throw new BackupFault($"Column '{name}' has the type {value.GetType().Name}, which no row can have."),
        };

    private static object Value(JsonArray pair)
    {
        var value = pair[1]!;
        return pair[0]!.GetValue<string>() switch
        {
            "s" => value.GetValue<string>(),
            "i" => value.GetValue<int>(),
            "l" => long.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture),
            "b" => value.GetValue<bool>(),
            "d" => DateTimeOffset.ParseExact(value.GetValue<string>(), "O", CultureInfo.InvariantCulture),
            "x" => Convert.FromBase64String(value.GetValue<string>()),
            "f" => double.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture),
            "g" => Guid.Parse(value.GetValue<string>()),
            var type => throw new FormatException($"'{type}' is no type of a column."),
        };
    }
}
