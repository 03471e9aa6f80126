namespace CeActors.Grains.Storage;

/// <summary>What grains tell the storage beside a call, through the request context.</summary>
internal static class StorageHints
{
    /// <summary>
    /// The key under which a caller names a grain that it believes to have no document yet, so that its first read is spared. The
    /// storage's own name for it; grains know no storage, so a test holds the two equal.
    /// </summary>
    public const string BelievedAbsent = "ceactors.storage.believed-absent";
}
