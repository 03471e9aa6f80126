namespace CeActors.AzureStorage;

/// <summary>What a caller may tell the storage through <see cref="RequestContext"/>.</summary>
public static class GrainStorageHints
{
    /// <summary>
    /// The key under which a caller puts the text of a grain id (<see cref="GrainId.ToString"/>) that it believes to be
    /// new. The first read of that grain then answers "absent, no etag" without asking the storage, which saves a request
    /// for each document ever created. It is safe because nothing is decided by it: a document without an etag can only
    /// be inserted, and an insert over an existing document is refused as a conflict. So a wrong hint costs an
    /// <see cref="Orleans.Storage.InconsistentStateException"/>, never a lost write. A caller that retries after such a
    /// refusal must leave the hint out, or it will be refused for ever.
    /// </summary>
    public const string BelievedAbsent = "ceactors.storage.believed-absent";
}
