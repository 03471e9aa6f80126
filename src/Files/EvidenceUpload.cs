namespace CeActors.Files;

/// <summary>One file that a person wants to attach, as it was announced. Ids are opaque and made by the server.</summary>
/// <param name="PersonId">Opaque person id; never the resident id.</param>
/// <param name="DeclarationId">The declaration it belongs to.</param>
/// <param name="EvidenceId">Unique within the declaration.</param>
/// <param name="DeclaredSizeBytes">Size in bytes that the browser announced.</param>
/// <param name="DeclaredContentType">Content type that the browser announced, one of <see cref="EvidenceType.All"/>.</param>
/// <remarks>
/// Ids consist of ASCII letters, digits, '.', '_' and '-', do not begin with a '.', and have at most
/// <see cref="EvidenceLimits.IdLengthMax"/> characters; anything else is an <see cref="ArgumentException"/>.
/// </remarks>
public sealed record EvidenceUpload(
    string PersonId,
    string DeclarationId,
    string EvidenceId,
    long DeclaredSizeBytes,
    string DeclaredContentType
);

/// <summary>Permission to put one blob, and nothing else, for a short time.</summary>
/// <param name="SasUri">Where to PUT the bytes.</param>
/// <param name="ExpiresAt">From this instant on the permission is void.</param>
/// <param name="Headers">Headers that the PUT must carry.</param>
public sealed record UploadTicket(Uri SasUri, DateTimeOffset ExpiresAt, IReadOnlyDictionary<string, string> Headers);

/// <summary>The answer to an announced upload.</summary>
public abstract record UploadAnswer
{
    private UploadAnswer() { }

    /// <summary>The upload may begin.</summary>
    public sealed record Granted(UploadTicket Ticket) : UploadAnswer;

    /// <summary>The upload is refused before a byte is sent.</summary>
    public sealed record Refused(EvidenceRefusal Refusal) : UploadAnswer;
}

/// <summary>What became of an upload.</summary>
public abstract record EvidenceOutcome
{
    private EvidenceOutcome() { }

    /// <summary>The file is kept where no client can write, under its digest.</summary>
    /// <param name="Digest">SHA-256 of the bytes, 64 lower-case hexadecimal digits.</param>
    /// <param name="SizeBytes">Number of bytes.</param>
    /// <param name="ContentType">The type that the bytes show, one of <see cref="EvidenceType.All"/>.</param>
    public sealed record Bound(string Digest, long SizeBytes, string ContentType) : EvidenceOutcome;

    /// <summary>The file is not taken; nothing was bound. The person can upload again.</summary>
    public sealed record Refused(EvidenceRefusal Refusal) : EvidenceOutcome;
}
