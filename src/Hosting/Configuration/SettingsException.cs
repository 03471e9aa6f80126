namespace CeActors.Hosting.Configuration;

/// <summary>The settings cannot be used; each line of the message names one and says how to mend it.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>One sentence a setting.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
