using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Files;
using CeActors.Functions.Http;

namespace CeActors.Functions.Evidence;

/// <summary>What the evidence endpoints have in common.</summary>
internal static class EvidenceAnswers
{
    /// <summary>How long a link to read one file may be used; the browser follows it at once.</summary>
    public static readonly TimeSpan ReadLinkLifetime = TimeSpan.FromMinutes(1);

    /// <summary>The evidence store's "no" as a refusal of a rule (422).</summary>
    public static Refusal Refuse(EvidenceRefusal refusal, string path) =>
        new(
            RefusalKind.Invalid,
            refusal.Code,
            refusal.Zh,
            refusal.En,
            [new Problem(path, refusal.Code, refusal.Zh, refusal.En)]
        );

    /// <summary>The declaration has no evidence of this id, or none that this caller may know of.</summary>
    public static Refusal NotFound { get; } =
        new(
            RefusalKind.NotFound,
            "evidence-not-found",
            "没有找到这份证明材料，可能已被删除，请刷新后再看。",
            "There is no such evidence; it may have been removed. Read the declaration again.",
            []
        );

    /// <summary>Redirects to a short link to the file; the bytes never pass through this process.</summary>
    public static async Task<IResult> RedirectAsync(
        Outcome<DeclarationView> outcome,
        string evidenceId,
        EvidenceStore store,
        CancellationToken cancellationToken
    )
    {
        if (outcome.Refusal is { } refusal)
        {
            return new RefusedAnswer(refusal);
        }

        var evidence = outcome.Value!.Evidence.FirstOrDefault(each => each.EvidenceId == evidenceId);
        if (evidence?.Digest is not { } digest)
        {
            return new RefusedAnswer(NotFound);
        }

        var uri = await store.OpenReadUriAsync(
            digest,
            evidence.FileName,
            evidence.ContentType,
            ReadLinkLifetime,
            inline: true,
            cancellationToken
        );
        return TypedResults.Redirect(uri.AbsoluteUri);
    }
}
