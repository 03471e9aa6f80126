using System.Text.Json.Serialization;

namespace CeActors.Grains.Commands;

/// <summary>One remembered command as it is stored.</summary>
/// <typeparam name="TOutcome">The stored form of its outcome.</typeparam>
public sealed record RememberedCommand<TOutcome>
{
    /// <summary>Digest of caller and command id.</summary>
    [JsonPropertyName("k")]
    public required string Key { get; init; }

    /// <summary>Digest of the kind and the body.</summary>
    [JsonPropertyName("f")]
    public required string Fingerprint { get; init; }

    /// <summary>What it came to.</summary>
    [JsonPropertyName("o")]
    public required TOutcome Outcome { get; init; }

    internal bool HasSameBody(CommandIdentity command) =>
        string.Equals(Fingerprint, command.Fingerprint, StringComparison.Ordinal);
}
