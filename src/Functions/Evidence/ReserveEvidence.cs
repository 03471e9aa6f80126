using System.ComponentModel.DataAnnotations;
using CeActors.Contracts.Declarations;
using CeActors.Files;
using CeActors.Functions.Http;

namespace CeActors.Functions.Evidence;

/// <param name="Year">The declared year that it proves.</param>
/// <param name="FileName">As the person named it; at most <see cref="FileNameCharactersMax"/> characters.</param>
/// <param name="ContentType"><c>application/pdf</c>, <c>image/jpeg</c> or <c>image/png</c>.</param>
/// <param name="SizeBytes">Size of the file.</param>
public sealed record ReserveEvidenceRequest(
    int Year,
    [property: MaxLength(ReserveEvidenceRequest.FileNameCharactersMax)] string FileName,
    string ContentType,
    long SizeBytes
) : ICheckedBody
{
    /// <summary>Characters of a file's name.</summary>
    public const int FileNameCharactersMax = 200;

    void ICheckedBody.Check(ShapeProblems problems)
    {
        TextShape.Check(FileName, "/fileName", FileNameCharactersMax, problems);
        if (string.IsNullOrWhiteSpace(FileName))
        {
            problems.Required("/fileName");
        }
    }
}

/// <summary>A reserved place for a file, and the permission to put it there.</summary>
/// <param name="EvidenceId">Id within the declaration.</param>
/// <param name="Upload">How to send the bytes.</param>
public sealed record EvidenceReservation(string EvidenceId, UploadInstruction Upload);

/// <param name="Uri">Where to send the bytes; a secret of the person until it expires.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Headers">Headers that the request must carry.</param>
/// <param name="ExpiresAt">From then on it is void; repeat the command for another.</param>
public sealed record UploadInstruction(
    string Uri,
    string Method,
    IReadOnlyDictionary<string, string> Headers,
    DateTimeOffset ExpiresAt
);

internal static class ReserveEvidence
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/declarations/{id}/evidence", HandleAsync)
            .ForSignedIn("reserveEvidence", Nouns.Evidence, "Reserves a place for a file and permits its upload.")
            .TakesVersion(VersionRule.Optional);

    private static async Task<CreatedAnswer<EvidenceReservation>> HandleAsync(
        string id,
        Change<ReserveEvidenceRequest> change,
        IClusterClient cluster,
        EvidenceStore store,
        CancellationToken cancellationToken
    )
    {
        var body = change.Body;
        if (RefuseAnnouncement(body) is { } refusal)
        {
            return new(refusal, null);
        }

        // The declaration first: it bounds open uploads, and a ticket without a reservation would be one nobody counts.
        var reserved = await cluster
            .GetGrain<IDeclaration>(Addresses.Declaration(id))
            .ReserveEvidenceAsync(
                new Contracts.Declarations.ReserveEvidence(
                    change.Header,
                    body.Year,
                    body.FileName,
                    body.ContentType,
                    body.SizeBytes
                )
            );
        if (reserved.Refusal is not null)
        {
            return new(reserved.Refusal, null);
        }

        var receipt = reserved.Value!;
        var upload = new EvidenceUpload(
            change.Header.Caller.PersonId,
            receipt.DeclarationId,
            receipt.CreatedId!,
            body.SizeBytes,
            body.ContentType
        );
        return await store.BeginUploadAsync(upload, cancellationToken) switch
        {
            UploadAnswer.Granted granted => new(
                new EvidenceReservation(upload.EvidenceId, InstructionOf(granted.Ticket)),
                $"/api/declarations/{receipt.DeclarationId}/evidence/{upload.EvidenceId}",
                new VersionTag(receipt.Version, receipt.DraftRevision)
            ),
            UploadAnswer.Refused refused => new(EvidenceAnswers.Refuse(refused.Refusal, "/sizeBytes"), null),
            _ => throw new InvalidOperationException("An upload is granted or refused."),
        };
    }

    private static Contracts.Refusal? RefuseAnnouncement(ReserveEvidenceRequest body)
    {
        if (!EvidenceType.All.Contains(body.ContentType))
        {
            return EvidenceAnswers.Refuse(EvidenceRefusal.TypeNotAllowed, "/contentType");
        }

        return body.SizeBytes switch
        {
            < EvidenceLimits.SizeBytesMin => EvidenceAnswers.Refuse(EvidenceRefusal.Empty, "/sizeBytes"),
            > EvidenceLimits.SizeBytesMax => EvidenceAnswers.Refuse(EvidenceRefusal.TooLarge, "/sizeBytes"),
            _ => null,
        };
    }

    private static UploadInstruction InstructionOf(UploadTicket ticket) =>
        new(ticket.SasUri.AbsoluteUri, HttpMethods.Put, ticket.Headers, ticket.ExpiresAt);
}
