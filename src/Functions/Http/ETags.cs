using System.Globalization;

namespace CeActors.Functions.Http;

/// <summary>The version and, where it matters, the draft revision that an ETag names.</summary>
/// <param name="Version">At least 0.</param>
/// <param name="Revision">Null when the tag names a version alone.</param>
internal readonly record struct VersionTag(long Version, long? Revision)
{
    private const int CharactersMax = 48;

    /// <summary><c>"v3-r17"</c>, or <c>"v3"</c> without a revision; quotes included.</summary>
    public override string ToString() => Revision is null ? $"\"v{Version}\"" : $"\"v{Version}-r{Revision}\"";

    /// <summary>Reads one strong tag of ours; anything else is null.</summary>
    public static VersionTag? Parse(string text)
    {
        var tag = text.AsSpan().Trim();
        if (tag.Length is < 4 or > CharactersMax || tag[0] != '"' || tag[^1] != '"' || tag[1] != 'v')
        {
            return null;
        }

        var body = tag[2..^1];
        var dash = body.IndexOf("-r");
        if (dash < 0)
        {
            return Number(body) is { } only ? new VersionTag(only, null) : null;
        }

        return Number(body[..dash]) is { } version && Number(body[(dash + 2)..]) is { } revision
            ? new VersionTag(version, revision)
            : null;
    }

    private static long? Number(ReadOnlySpan<char> digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}

/// <summary>How an endpoint treats If-Match.</summary>
internal enum VersionRule
{
    /// <summary>It does not look at it.</summary>
    Ignored,

    /// <summary>Compared when sent.</summary>
    Optional,

    /// <summary>428 when absent.</summary>
    Required,
}
