using CeActors.Domain.Rules;
using CeActors.Hosting.Configuration;

namespace CeActors.Silo.Hosting;

/// <summary>Finds the rule set that the settings name.</summary>
internal static class RuleSetFile
{
    /// <summary>A catalogue of the one rule set.</summary>
    /// <param name="name">Name of one that comes with the program, or path of a JSON file; null for the province's.</param>
    /// <exception cref="SettingsException">There is no such file, or it is not a rule set; each error is named.</exception>
    public static RuleSetCatalog Load(string? name) =>
        new(RuleSetCatalog.Embedded(name ?? RuleSetCatalog.Hunan2026) ?? Read(name!));

    private static RuleSet Read(string path)
    {
        if (!File.Exists(path))
        {
            var names = string.Join(", ", RuleSetCatalog.EmbeddedNames);
            throw new SettingsException([
                $"Rules:RuleSet is '{path}': give one of {names}, or the path of a JSON file.",
            ]);
        }

        if (new FileInfo(path).Length > RuleSetReader.BytesMax)
        {
            throw new SettingsException([$"Rules:RuleSet: '{path}' is larger than {RuleSetReader.BytesMax} bytes."]);
        }

        var reading = RuleSetReader.Read(File.ReadAllBytes(path));
        return reading.RuleSet
            ?? throw new SettingsException([.. reading.Errors.Select(error => $"Rules:RuleSet: '{path}': {error}")]);
    }
}
