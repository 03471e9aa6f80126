namespace CeActors.Grains.Storage;

/// <summary>
/// A stored document has a version that this program does not know: it was written by a newer one. It is refused whole,
/// because what is read half would be written back half.
/// </summary>
public sealed class DocumentTooNewException(string document, int storedVersion, int knownVersion)
    : Exception(
        $"The stored {document} has version {storedVersion}; this program knows versions up to {knownVersion}. "
            + "Finish the upgrade of every silo before going on."
    )
{
    /// <summary>The version, when it is known.</summary>
    /// <exception cref="DocumentTooNewException">It is newer than <paramref name="knownVersion"/>.</exception>
    internal static int Checked(string document, int storedVersion, int knownVersion) =>
        storedVersion <= knownVersion
            ? storedVersion
            : throw new DocumentTooNewException(document, storedVersion, knownVersion);
}
