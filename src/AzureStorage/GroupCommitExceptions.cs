namespace CeActors.AzureStorage;

// These exceptions reach the callers of grains: they carry text alone, since the cause may be of a type that cannot
// travel, and a caller would then see a serialization error in its place. The cause is in the silo's log.

/// <summary>A state change exceeds a bound of the service; nothing was sent. Retrying cannot help.</summary>
[GenerateSerializer]
[Alias("ce.storage.change-too-large")]
public sealed class ChangeTooLargeException(GrainId grainId, string bound)
    : Exception($"The state of {grainId} cannot be stored in one transaction: {bound}.");

/// <summary>More changes wait for a bucket than may, or one waited too long; nothing was sent. Retry later.</summary>
[GenerateSerializer]
[Alias("ce.storage.overloaded")]
public sealed class StorageOverloadedException(string message) : Exception(message);

/// <summary>The service refuses a write for what it is, or refuses every write; nothing was applied.</summary>
[GenerateSerializer]
[Alias("ce.storage.write-refused")]
public sealed class WriteRefusedException(GrainId grainId, string reason)
    : Exception($"The storage refuses to write the state of {grainId}: {reason}.");

/// <summary>
/// A write was sent and its fate could not be learned within the bounds of <see cref="GroupCommitLimits"/>: it may have
/// landed, or may yet land. The holder of the state must forget it and read it again.
/// </summary>
[GenerateSerializer]
[Alias("ce.storage.write-outcome-unknown")]
public sealed class WriteOutcomeUnknownException(GrainId grainId, string reason)
    : Exception($"It is not known whether the state of {grainId} was written: {reason}.");

/// <summary>A stored document cannot be read. The message names the grain and the place, never the content.</summary>
[GenerateSerializer]
[Alias("ce.storage.document-unreadable")]
public sealed class StoredDocumentUnreadableException(GrainId grainId, string stateName, string reason)
    : Exception($"The stored state '{stateName}' of {grainId} cannot be read: {reason}.");

/// <summary>The stored layout differs from the configured one; the silo does not start.</summary>
public sealed class StorageLayoutMismatchException(string provider, string what, string stored, string configured)
    : Exception(
        $"Storage '{provider}' was laid out with {what} '{stored}', but this silo is configured with '{configured}'. "
            + "Configure what is stored, or move the data first."
    );
