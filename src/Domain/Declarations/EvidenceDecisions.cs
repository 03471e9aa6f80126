using CeActors.Domain.Identity;

namespace CeActors.Domain.Declarations;

/// <summary>Evidence: an upload is reserved, its checked copy bound. The bytes are judged elsewhere; here are bounds and places.</summary>
public static class EvidenceDecisions
{
    /// <summary>Types that a reviewer can open anywhere.</summary>
    public static readonly IReadOnlyList<string> ContentTypes = ["application/pdf", "image/jpeg", "image/png"];

    private const int DigestLength = 64;

    internal static Decision<DeclarationEvent> Reserve(
        Declaration state,
        DeclarationCommand.ReserveEvidence reserve,
        DeclarationContext context
    )
    {
        var span = context.Rules.Span;
        if (!span.Value.Contains(reserve.Year))
            return Refusal.Of(DraftProblems.YearOutsideRules("/year", span.Value, span.Citation));
        if (TextRules.CheckFilled("/fileName", reserve.FileName, DeclarationLimits.FileNameLengthMax) is { } wrongName)
            return Refusal.Of(wrongName);
        if (CheckFile(reserve.ContentType, reserve.SizeBytes) is { } wrongFile)
            return wrongFile;
        var evidenceId = reserve.CommandId.MakeId();
        if (state.IndexOfEvidence(evidenceId) >= 0)
            return DeclarationRefusals.EvidenceExists;
        if (state.Evidence.Length >= DeclarationLimits.EvidenceMax)
            return DeclarationRefusals.EvidenceMax;
        if (state.Evidence.Count(known => known.Year == reserve.Year) >= DeclarationLimits.EvidencePerYearMax)
            return DeclarationRefusals.EvidencePerYearMax;
        if (state.Evidence.Count(known => known.IsOpen) >= DeclarationLimits.OpenUploadsMax)
            return DeclarationRefusals.OpenUploadsMax;
        return new DeclarationEvent.EvidenceReserved(
            new Evidence(
                evidenceId,
                reserve.Year,
                reserve.FileName,
                reserve.ContentType,
                reserve.SizeBytes,
                null,
                context.Now
            )
        );
    }

    internal static Decision<DeclarationEvent> Bind(
        Declaration state,
        DeclarationCommand.BindEvidence bind,
        DeclarationContext context
    )
    {
        var index = state.IndexOfEvidence(bind.EvidenceId);
        if (index < 0)
            return DeclarationRefusals.EvidenceNotFound;
        var reserved = state.Evidence[index];
        if (!reserved.IsOpen)
            return DeclarationRefusals.EvidenceBound;
        if (CheckFile(bind.ContentType, bind.SizeBytes) is { } wrongFile)
            return wrongFile;
        if (bind.Digest is not { Length: DigestLength } || !Characters.All(bind.Digest, char.IsAsciiHexDigitLower))
            return Refusal.Of(DraftProblems.DigestMalformed("/digest"));
        return new DeclarationEvent.EvidenceBound(
            reserved with
            {
                Digest = bind.Digest,
                ContentType = bind.ContentType,
                SizeBytes = bind.SizeBytes,
                AddedAt = context.Now,
            }
        );
    }

    private static Refusal? CheckFile(string contentType, long sizeBytes)
    {
        if (!ContentTypes.Contains(contentType))
            return Refusal.Of(DraftProblems.ContentTypeUnknown("/contentType"));
        return sizeBytes is > 0 and <= DeclarationLimits.EvidenceSizeBytesMax
            ? null
            : Refusal.Of(DraftProblems.SizeOutside("/sizeBytes"));
    }
}
