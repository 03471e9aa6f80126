using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Files;
using CeActors.Functions.Declarations;
using CeActors.Functions.Http;

namespace CeActors.Functions.Evidence;

/// <summary>
/// Checks what was uploaded, keeps a copy where no client can write, and binds the copy. The copy is named by its bytes, so a
/// crash between copying and binding leaves nothing but a file that the repeated command finds again.
/// </summary>
internal static class CompleteEvidence
{
    // No digest at all: nothing can be bound by it.
    private const string NoDigest = "";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/declarations/{id}/evidence/{evidenceId}/completion", HandleAsync)
            .ForSignedIn("completeEvidence", Nouns.Evidence, "Checks an uploaded file and binds it to its year.")
            .TakesVersion(VersionRule.Optional);

    private static async Task<Answer<DeclarationReceipt>> HandleAsync(
        string id,
        string evidenceId,
        Change<NoBody> change,
        IClusterClient cluster,
        EvidenceStore store,
        CancellationToken cancellationToken
    )
    {
        var caller = change.Header.Caller;
        var declaration = cluster.GetGrain<IDeclaration>(Addresses.Declaration(id));
        var read = await declaration.GetAsync(caller);
        if (read.Refusal is not null)
        {
            return new(read.Refusal);
        }

        var evidence = read.Value!.Evidence.FirstOrDefault(each => each.EvidenceId == evidenceId);
        if (evidence is null)
        {
            // It may have been removed after this very command had bound it: then the declaration remembers the outcome.
            var remembered = new BindEvidence(change.Header, evidenceId, NoDigest, EvidenceType.Pdf, 1);
            return DeclarationAnswers.Of(await declaration.BindEvidenceAsync(remembered));
        }

        var copy = await CopyAsync(store, caller, id, evidence, cancellationToken);
        return copy.Refusal is not null
            ? new(copy.Refusal)
            : DeclarationAnswers.Of(
                await declaration.BindEvidenceAsync(
                    new BindEvidence(
                        change.Header,
                        evidenceId,
                        copy.Value!.Digest,
                        copy.Value.ContentType,
                        copy.Value.SizeBytes
                    )
                )
            );
    }

    private static async Task<Outcome<EvidenceOutcome.Bound>> CopyAsync(
        EvidenceStore store,
        Caller caller,
        string declarationId,
        EvidenceView evidence,
        CancellationToken cancellationToken
    )
    {
        if (evidence.Digest is { } digest)
        {
            // Bound already: a repetition gets the same answer, whatever has been uploaded there since.
            return new EvidenceOutcome.Bound(digest, evidence.SizeBytes, evidence.ContentType);
        }

        var upload = new EvidenceUpload(
            caller.PersonId,
            declarationId,
            evidence.EvidenceId,
            evidence.SizeBytes,
            evidence.ContentType
        );
        return await store.CompleteAsync(upload, cancellationToken) switch
        {
            EvidenceOutcome.Bound bound => bound,
            EvidenceOutcome.Refused refused => EvidenceAnswers.Refuse(
                refused.Refusal,
                $"/evidence/{evidence.EvidenceId}"
            ),
            _ => throw new InvalidOperationException("An upload is bound or refused."),
        };
    }
}
