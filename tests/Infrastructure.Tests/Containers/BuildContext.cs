using System.Text.RegularExpressions;

namespace CeActors.Infrastructure.Tests.Containers;

/// <summary>What .dockerignore lets into a build: the last line that matches a path or a folder above it decides.</summary>
internal sealed class BuildContext(string ignoreFile)
{
    private readonly IReadOnlyList<(bool IsIn, Regex Pattern)> _lines =
    [
        .. ignoreFile
            .ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => (line.StartsWith('!'), PatternOf(line.TrimStart('!')))),
    ];

    /// <summary>Whether a path, relative to the root, is part of the build.</summary>
    public bool Has(string path) =>
        _lines.Where(line => line.Pattern.IsMatch(path)).Select(line => line.IsIn).LastOrDefault(defaultValue: true);

    private static Regex PatternOf(string line) =>
        new(
            "^"
                + Regex.Escape(line).Replace(@"\*\*/", "(.*/)?").Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*")
                + "(/.*)?$"
        );
}
