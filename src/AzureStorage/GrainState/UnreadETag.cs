namespace CeActors.AzureStorage.GrainState;

/// <summary>
/// Stands for the etag of a document that is known to have landed while its acknowledgement was lost. The next write reads the
/// document: when it still has the write id, its etag is taken, and otherwise somebody else has written. A state may carry it to another
/// silo, as any etag.
/// </summary>
internal static class UnreadETag
{
    // No etag of the service begins so: those are quoted.
    private const string Prefix = "written-as:";

    /// <summary>That of the document that was written under this id.</summary>
    public static string Of(string writeId) => Prefix + writeId;

    /// <summary>The write id for which it stands; null when it is an etag of the service.</summary>
    public static string? WriteIdOf(string? etag) =>
        etag?.StartsWith(Prefix, StringComparison.Ordinal) == true ? etag[Prefix.Length..] : null;
}
