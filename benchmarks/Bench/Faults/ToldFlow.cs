using CeActors.Benchmarks.Load;

namespace CeActors.Benchmarks.Faults;

/// <summary>What the system has told a client about one flow.</summary>
/// <param name="number">Number of the flow.</param>
public sealed class ToldFlow(int number)
{
    /// <summary>Its number: who files it, and by which units it goes.</summary>
    public int Number => number;

    /// <summary>The declaration; null until the filing was acknowledged.</summary>
    public string? DeclarationId { get; set; }

    /// <summary>The acknowledged commands, in their order.</summary>
    public List<ToldStep> Steps { get; } = new(4);
}

/// <summary>An acknowledged command.</summary>
/// <param name="Step">Which.</param>
/// <param name="Key">The command id that it was sent with.</param>
/// <param name="IfMatch">The version that it was decided on; null when filing.</param>
/// <param name="ETag">What the declaration became, as the answer said.</param>
public sealed record ToldStep(FlowStep Step, string Key, string? IfMatch, string ETag);
