namespace CeActors.AzureStorage;

/// <summary>A state change exceeds a bound of the service; nothing was sent. Retrying cannot help.</summary>
public sealed class ChangeTooLargeException(GrainId grainId, string bound)
    : Exception($"The state of {grainId} cannot be stored in one transaction: {bound}.");

/// <summary>More changes wait for a bucket than may, or one waited too long; nothing was sent. Retry later.</summary>
public sealed class StorageOverloadedException(string message) : Exception(message);

/// <summary>
/// A write was sent and its fate could not be learned within the bounds of <see cref="GroupCommitLimits"/>: it may have
/// landed, or may yet land. The holder of the state must forget it and read it again.
/// </summary>
public sealed class WriteOutcomeUnknownException(GrainId grainId, Exception? innerException)
    : Exception($"It is not known whether the state of {grainId} was written.", innerException);

/// <summary>A stored document cannot be read. The message names the grain and the place, never the content.</summary>
public sealed class StoredDocumentUnreadableException(GrainId grainId, string stateName, string reason)
    : Exception($"The stored state '{stateName}' of {grainId} cannot be read: {reason}.");

/// <summary>The stored layout differs from the configured one; the silo does not start.</summary>
public sealed class StorageLayoutMismatchException(string provider, string what, string stored, string configured)
    : Exception(
        $"Storage '{provider}' was laid out with {what} '{stored}', but this silo is configured with '{configured}'. "
            + "Configure what is stored, or move the data first."
    );
