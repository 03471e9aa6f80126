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
public sealed class StorageLayoutMismatchException : Exception
{
    /// <summary>They differ in a setting.</summary>
    public StorageLayoutMismatchException(string provider, string what, string stored, string configured)
        : base(
            $"Storage '{provider}' was laid out with {what} '{stored}', but this silo is configured with '{configured}'. "
                + "Configure what is stored, or move the data first."
        ) { }

    // A restore writes it before the rows and the real version after them; see src/Backup.
    private const string BeingRestored = "-1";

    private StorageLayoutMismatchException(string message)
        : base(message) { }

    /// <summary>The rows are in a form of another version of this program.</summary>
    internal static StorageLayoutMismatchException OfVersion(string provider, string stored, string known) =>
        new(
            $"Storage '{provider}' was laid out with layout version '{stored}', but this program knows version '{known}'. "
                + (
                    stored == BeingRestored
                        ? "That is an account whose restore has not finished: finish it, or restore into another one."
                        : "Start the program that laid it out, or move the data first."
                )
        );
}

/// <summary>A layout should be stored and is not, so that nobody can tell whether all data would be found; the silo does not start.</summary>
public sealed class StorageLayoutMissingException(string provider, string account, string sign)
    : Exception(
        $"Storage '{provider}' has no stored layout in account '{account}', although {sign}. "
            + "Restore the table of the layout from a backup, or empty the tables to begin anew."
    );
