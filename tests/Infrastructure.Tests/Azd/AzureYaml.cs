namespace CeActors.Infrastructure.Tests.Azd;

/// <summary>The part of YAML that azure.yaml is written in: mappings of one value a line, nested by two blanks.</summary>
internal static class AzureYaml
{
    /// <summary>Values by their path, such as <c>hooks.preprovision.run</c>.</summary>
    /// <exception cref="FormatException">A line is neither a comment nor a mapping.</exception>
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>();
        var path = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var content = line.TrimStart(' ');
            if (content.Length == 0 || content.StartsWith('#'))
            {
                continue;
            }

            var depth = (line.Length - content.Length) / 2;
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || depth > path.Count || (line.Length - content.Length) % 2 != 0)
            {
                throw new FormatException(line);
            }

            path.RemoveRange(depth, path.Count - depth);
            path.Add(content[..colon]);
            var value = content[(colon + 1)..].Trim();
            if (value.Length > 0)
            {
                values.Add(string.Join('.', path), value);
            }
        }

        return values;
    }
}
