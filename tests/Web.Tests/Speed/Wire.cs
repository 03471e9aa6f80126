using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CeActors.Web.Tests.Speed;

/// <summary>What a page has fetched, in bytes as they came over the wire.</summary>
public sealed class Wire
{
    private readonly ConcurrentDictionary<string, (string Url, string Type)> _requests = new();
    private readonly ConcurrentDictionary<string, double> _bytes = new();

    private Wire() { }

    /// <summary>All bytes so far.</summary>
    public double Bytes => _bytes.Values.Sum();

    /// <summary>
    /// Paths of the scripts and styles so far, with their bytes; without those that were under way when the watch began, whose names it has not seen.
    /// </summary>
    public IReadOnlyList<(string Path, double Bytes)> Files =>
        [
            .. _bytes
                .Where(one => _requests.ContainsKey(one.Key))
                .Select(one => (Request: _requests[one.Key], Bytes: one.Value))
                .Where(one => one.Request.Type is "Script" or "Stylesheet" or "Document" or "Font" or "Image")
                .Select(one => (new Uri(one.Request.Url).AbsolutePath, one.Bytes))
                .OrderByDescending(file => file.Bytes),
        ];

    /// <summary>Watches a page, with an empty cache.</summary>
    public static async Task<Wire> WatchAsync(IPage page)
    {
        var wire = new Wire();
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.requestWillBeSent").OnEvent += (_, data) =>
        {
            var request = data!.Value;
            wire._requests[request.GetProperty("requestId").GetString()!] = (
                request.GetProperty("request").GetProperty("url").GetString()!,
                request.TryGetProperty("type", out var type) ? type.GetString()! : ""
            );
        };
        session.Event("Network.loadingFinished").OnEvent += (_, data) =>
            wire._bytes[data!.Value.GetProperty("requestId").GetString()!] = data
                .Value.GetProperty("encodedDataLength")
                .GetDouble();
        await session.SendAsync("Network.enable");
        return wire;
    }

    /// <summary>The files as lines, for messages.</summary>
    public override string ToString() =>
        string.Join(Environment.NewLine, Files.Select(file => $"{file.Bytes / 1024:0.0} KB {file.Path}"));
}
