using System.Text.Json;
using CeActors.Contracts;
using CeActors.Contracts.Declarations;

namespace CeActors.Resilience.Tests.WriteSites;

/// <summary>What a caller was told of a command.</summary>
/// <param name="Text">All of it; a repeated command must be told the same.</param>
/// <param name="Refusal">The code of the refusal; null when it was accepted.</param>
/// <param name="Receipt">The receipt; null when it is about something else than a declaration.</param>
internal sealed record Told(string Text, string? Refusal, DeclarationReceipt? Receipt)
{
    /// <summary>Takes down an outcome.</summary>
    public static Told Of<T>(Outcome<T> outcome)
        where T : class =>
        new(JsonSerializer.Serialize(outcome), outcome.Refusal?.Code, outcome.Value as DeclarationReceipt);
}
