using System.Text.RegularExpressions;
using CeActors.Testing;

namespace CeActors.Infrastructure.Tests.Settings;

/// <summary>Which settings the code reads, the deployment sets and the documentation names; by their key, a list by that of its first value.</summary>
internal static partial class SettingsComparison
{
    /// <summary>What the platform or the Functions host reads, and none of ours.</summary>
    private static readonly Regex OfPlatform = PlatformKey();

    /// <summary>Keys of ours among environment variables.</summary>
    public static IReadOnlySet<string> KeysOf(IEnumerable<string> variables) =>
        variables
            .Where(variable => !OfPlatform.IsMatch(variable))
            .Select(variable => Index().Replace(variable.Replace("__", ":"), ":0"))
            .ToHashSet();

    /// <summary>What is read, and neither set nor left out for a reason; a key that ends with <c>*</c> leaves a section out.</summary>
    public static IReadOnlyList<string> Missing(
        IEnumerable<string> read,
        IReadOnlySet<string> set,
        IReadOnlyDictionary<string, string> leftOut
    ) =>
        [
            .. read.Where(key => !set.Contains(key) && !leftOut.Keys.Any(left => Covers(left, key)))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Whether a key is a section that is left out as a whole.</summary>
    public static bool IsSection(string key) => key.EndsWith('*');

    private static bool Covers(string left, string key) =>
        IsSection(left) ? key.StartsWith(left[..^1], StringComparison.Ordinal) : left == key;

    /// <summary>Keys in the tables of the section "Settings" of docs/operations.md.</summary>
    public static IReadOnlySet<string> Documented()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "operations.md"))
            .ReplaceLineEndings("\n");
        var begin = text.IndexOf("\n## Settings\n", StringComparison.Ordinal);
        var end = text.IndexOf("\n## ", begin + 1, StringComparison.Ordinal);
        return text[begin..end]
            .Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Key().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value))
            .Where(key => key.Contains(':', StringComparison.Ordinal) || key == key.ToUpperInvariant())
            .ToHashSet();
    }

    [GeneratedRegex(@"^(FUNCTIONS_(WORKER|EXTENSION)_|ASPNETCORE_|DOTNET_|AzureWebJobs|AzureFunctionsJobHost__)")]
    private static partial Regex PlatformKey();

    [GeneratedRegex(@":\d+$")]
    private static partial Regex Index();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Key();
}
