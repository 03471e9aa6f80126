using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CeActors.Web.Tests.Hosting;

/// <summary>
/// What a page must not have: errors in its console, exceptions that nobody caught, violations of the content security policy, requests that failed.
/// A test names what it brings about on purpose.
/// </summary>
/// <param name="own">The origins that pages may ask: the app's, the identity provider's and the evidence's.</param>
public sealed class Troubles(params Uri[] own)
{
    // The browser says this of every answer from 400 on; the answer itself is judged instead.
    private const string FailedResource = "Failed to load resource";
    private readonly ConcurrentQueue<string> _all = new();
    private readonly ConcurrentDictionary<int, bool> _statuses = new();
    private volatile bool _isNetworkTroubled;

    /// <summary>All that was met and not expected.</summary>
    public IReadOnlyCollection<string> All => _all;

    /// <summary>Something that a test found itself.</summary>
    public void Add(string trouble) => _all.Enqueue(trouble);

    /// <summary>From now on answers of this status are part of the story.</summary>
    public void Expect(params int[] statuses)
    {
        foreach (var status in statuses)
        {
            _statuses[status] = true;
        }
    }

    /// <summary>From now on requests may fail altogether, and be answered 502 to 504: the test cuts the network or stops a server.</summary>
    public void ExpectBrokenNetwork()
    {
        _isNetworkTroubled = true;
        Expect(502, 503, 504);
    }

    /// <summary>Watches everything that happens in a browser context.</summary>
    public void Watch(IBrowserContext context)
    {
        context.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith(FailedResource, StringComparison.Ordinal))
            {
                // A cut network is told in the console too, by the browser itself.
                if (!(_isNetworkTroubled && message.Text.Contains("net::ERR_", StringComparison.Ordinal)))
                {
                    _all.Enqueue($"console: {message.Text} ({message.Location})");
                }
            }
        };
        context.WebError += (_, error) => _all.Enqueue($"uncaught: {error.Error}");
        context.Response += (_, response) =>
        {
            if (response.Status >= 400 && !_statuses.ContainsKey(response.Status))
            {
                _all.Enqueue($"answer: {response.Status} {response.Request.Method} {response.Url}");
            }
        };
        context.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (
                address.Scheme is "http" or "https"
                && !Array.Exists(own, origin => origin.Authority == address.Authority)
            )
            {
                _all.Enqueue($"third party: {request.Method} {request.Url}");
            }
        };
        context.RequestFailed += (_, request) =>
        {
            // Leaving a page ends what it was loading: no trouble of anybody.
            if (!_isNetworkTroubled && request.Failure != "net::ERR_ABORTED")
            {
                _all.Enqueue($"failed: {request.Failure} {request.Method} {request.Url}");
            }
        };
    }
}
