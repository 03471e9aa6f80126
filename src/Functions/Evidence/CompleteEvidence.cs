using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Files;
using CeActors.Functions.Admission;
using CeActors.Functions.Declarations;
using CeActors.Functions.Http;

namespace CeActors.Functions.Evidence;

/// <summary>
/// Checks what was uploaded, keeps a copy where no client can write, and binds the copy. The copy is named by its bytes, so a
/// crash between copying and binding leaves nothing but a file that the repeated command finds again.
/// </summary>
internal static class CompleteEvidence
{
    // No digest at all: nothing can be bound by it, and that it is malformed is the last thing that is found wrong.
    private const string NoDigest = "";
    private const string OnlyTheDigestIsMissing = "digest-malformed";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/declarations/{id}/evidence/{evidenceId}/completion", HandleAsync)
            .ForSignedIn("completeEvidence", Nouns.Evidence, "Checks an uploaded file and binds it to its year.")
            .TakesVersion(VersionRule.Optional)
            .TakesLong();

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
        // Asked before a byte is copied: a stale version or a command id of another command must not leave a copy behind. The
        // declaration may also remember the outcome of this very command, even of evidence that has been removed since.
        var without = new BindEvidence(
            change.Header,
            evidenceId,
            NoDigest,
            evidence?.ContentType ?? EvidenceType.Pdf,
            evidence?.SizeBytes ?? 1
        );
        var asked = await declaration.BindEvidenceAsync(without);
        if (evidence is null || asked.Refusal?.Code != OnlyTheDigestIsMissing)
        {
            return DeclarationAnswers.Of(asked);
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
