namespace CeActors.Grains.Commands;

/// <summary>
/// The grain is going away because a write of it failed: what became of that write is not known here. The same command may
/// be sent again; the next activation answers from what is stored.
/// </summary>
[GenerateSerializer, Alias("ce.outcome-unknown")]
public sealed class OutcomeUnknownException(GrainId grainId)
    : Exception($"The outcome of the last write of {grainId} is not known. Send the same command again.");
