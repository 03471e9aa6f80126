namespace CeActors.Files;

/// <summary>
/// Where evidence is kept. Exactly one of <see cref="ConnectionString"/> and <see cref="ServiceUri"/> is set.
/// </summary>
public sealed record EvidenceOptions
{
    /// <summary>Connection string with an account key: links are signed with the key. For development and tests.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Blob address of the account; links are signed by user delegation. For Azure.</summary>
    public Uri? ServiceUri { get; init; }

    /// <summary>
    /// Origins of the web client (scheme, host and port, no path) that may upload and read from a browser; at most
    /// <see cref="EvidenceLimits.BrowserOriginsMax"/>. Empty leaves the account's CORS rules alone.
    /// </summary>
    public IReadOnlyList<string> BrowserOrigins { get; init; } = [];

    /// <summary>What is wrong with these settings, in words for an operator; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(ConnectionString) == (ServiceUri is null))
        {
            problems.Add("Evidence needs either ConnectionString or ServiceUri, and not both.");
        }
        if (ServiceUri is { } uri && (!uri.IsAbsoluteUri || uri.Scheme != Uri.UriSchemeHttps))
        {
            problems.Add($"Evidence ServiceUri must be an absolute https address, not {uri}.");
        }
        if (BrowserOrigins.Count > EvidenceLimits.BrowserOriginsMax)
        {
            problems.Add($"Evidence BrowserOrigins has more than {EvidenceLimits.BrowserOriginsMax} entries.");
        }
        problems.AddRange(
            BrowserOrigins
                .Where(origin => !IsOrigin(origin))
                .Select(origin => $"Evidence BrowserOrigins: {origin} is not an origin like https://example.org.")
        );
        return problems;
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.GetLeftPart(UriPartial.Authority) == origin
        && uri.UserInfo.Length == 0;
}
