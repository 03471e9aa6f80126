using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CeActors.Functions.Evidence;

namespace CeActors.Functions.Hosting;

/// <summary>
/// What the Functions host must know of each endpoint, one <c>function.json</c> a folder, made from the app's own endpoints:
/// <c>dotnet run --project src/Functions -- --write-functions src/Functions/functions</c>. A test compares them.
/// </summary>
internal static class FunctionFiles
{
    /// <summary>Command-line switch that writes the files into the folder that follows, and ends.</summary>
    public const string Switch = "--write-functions";

    /// <summary>Name of each file.</summary>
    public const string FileName = "function.json";

    private static readonly JsonSerializerOptions Writing = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>The files by the name of their function.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<RouteEndpoint> endpoints)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in endpoints.GroupBy(NameOf).Where(group => group.Key is not null))
        {
            var first = group.First();
            var methods = group
                .SelectMany(each => each.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
                .Select(method => method.ToLowerInvariant())
                .Distinct()
                .Order(StringComparer.Ordinal);
            files.Add(group.Key!, Http(RouteOf(first), methods));
        }

        files.Add(SweepIncoming.FunctionName, Timer(SweepIncoming.Schedule));
        return files;
    }

    /// <summary>Writes the files, and removes folders of functions that are no more.</summary>
    public static void Write(IReadOnlyDictionary<string, string> files, string folder)
    {
        System.IO.Directory.CreateDirectory(folder);
        foreach (var old in System.IO.Directory.GetDirectories(folder))
        {
            if (!files.ContainsKey(Path.GetFileName(old)))
            {
                System.IO.Directory.Delete(old, recursive: true);
            }
        }

        foreach (var (name, text) in files)
        {
            System.IO.Directory.CreateDirectory(Path.Combine(folder, name));
            File.WriteAllText(Path.Combine(folder, name, FileName), text);
        }
    }

    // Pages and files of the web client share one function with a catch-all route; a more particular route beats it.
    private static string? NameOf(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is { } name)
        {
            return char.ToUpperInvariant(name[0]) + name[1..];
        }

        var route = endpoint.RoutePattern.RawText ?? "";
        return route == "/" + SweepIncoming.FunctionName ? null : WebClient.FunctionName;
    }

    private static string RouteOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is null
            ? "{*path}"
            : (endpoint.RoutePattern.RawText ?? "").TrimStart('/');

    private static string Http(string route, IEnumerable<string> methods) =>
        Text(
            new JsonObject
            {
                ["type"] = "httpTrigger",
                ["authLevel"] = "anonymous",
                ["direction"] = "in",
                ["name"] = "req",
                ["methods"] = new JsonArray([.. methods.Select(method => (JsonNode)method)]),
                ["route"] = route,
            },
            new JsonObject
            {
                ["type"] = "http",
                ["direction"] = "out",
                ["name"] = "res",
            }
        );

    private static string Timer(string schedule) =>
        Text(
            new JsonObject
            {
                ["type"] = "timerTrigger",
                ["direction"] = "in",
                ["name"] = "timer",
                ["schedule"] = schedule,
            }
        );

    private static string Text(params JsonNode[] bindings) =>
        new JsonObject { ["bindings"] = new JsonArray(bindings) }.ToJsonString(Writing) + "\n";
}
