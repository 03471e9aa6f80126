using CeActors.Domain.Declarations;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Statements;

/// <summary>One issued statement.</summary>
/// <param name="Content">What it certifies.</param>
/// <param name="RenderingDigest">SHA-256 of the rendered paper; null before the first rendering.</param>
public sealed record Statement(StatementContent Content, string? RenderingDigest)
{
    private const int DigestLength = 64;

    /// <summary>Issues it. Issuing the same again is accepted and changes nothing.</summary>
    /// <param name="present">What is issued under this number; null when nothing.</param>
    /// <param name="content">What is to be.</param>
    public static Answer<Statement> Issue(Statement? present, StatementContent content)
    {
        if (present is null)
            return new Statement(content, null);
        return present.Content.IsSameAs(content) ? present : StatementRefusals.NumberTaken;
    }

    /// <summary>Records the paper, once; the same again is accepted and changes nothing.</summary>
    /// <param name="present">The statement; null when it does not exist.</param>
    /// <param name="caller">Who has it rendered: the holder alone.</param>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    public static Answer<Statement> RecordRendering(Statement? present, PersonId caller, string sha256)
    {
        if (present is null || present.Content.PersonId != caller)
            return StatementRefusals.NotFoundHere;
        if (sha256 is not { Length: DigestLength } || !Characters.All(sha256, char.IsAsciiHexDigitLower))
            return Refusal.Of(DraftProblems.DigestMalformed("/sha256"));
        if (present.RenderingDigest is null)
            return present with { RenderingDigest = sha256 };
        return present.RenderingDigest == sha256 ? present : StatementRefusals.RenderedOtherwise;
    }

    /// <summary>The statement for its holder; not found for everybody else.</summary>
    public static Answer<Statement> ForHolder(Statement? present, PersonId caller) =>
        present is not null && present.Content.PersonId == caller ? present : StatementRefusals.NotFoundHere;

    /// <summary>The statement for anyone who has the paper; not found when the code is wrong.</summary>
    public static Answer<Statement> ForVerifier(Statement? present, string? code) =>
        present is not null && VerificationCode.TryParse(code) == present.Content.Code
            ? present
            : StatementRefusals.NotVerified;

    /// <summary>Since when it does not stand any more: the earliest revocation of a declaration that it rests on; null while it stands.</summary>
    /// <param name="content">What it certifies.</param>
    /// <param name="standings">Standings of the declarations that it rests on.</param>
    public static DateTimeOffset? RevokedAt(StatementContent content, IEnumerable<DeclarationStanding> standings)
    {
        var basis = content.Years.Select(year => year.DeclarationId).ToHashSet();
        return standings
            .Where(standing => standing.Status == DeclarationStatus.Revoked && basis.Contains(standing.DeclarationId))
            .Min(standing => (DateTimeOffset?)standing.HeldSince);
    }
}
