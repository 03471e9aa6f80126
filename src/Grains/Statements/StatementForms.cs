using CeActors.Domain.Identity;
using CeActors.Domain.Statements;
using CeActors.Grains.Declarations;
using Wire = CeActors.Contracts.Statements;

namespace CeActors.Grains.Statements;

/// <summary>A statement in its three forms: stored, the domain's, the wire's.</summary>
internal static class StatementForms
{
    public static StatementDocument ToDocument(Statement statement)
    {
        var content = statement.Content;
        return new StatementDocument
        {
            State = statement,
            Number = content.Number.Value,
            Code = content.Code.Value,
            PersonId = content.PersonId.Value,
            HolderName = content.HolderName,
            MaskedResidentId = content.MaskedResidentId,
            EmployerCode = content.Employer.Code.Value,
            EmployerName = content.Employer.Name,
            Title = content.Title,
            FromYear = content.FromYear,
            ToYear = content.ToYear,
            Years =
            [
                .. content.Years.Select(year => new CertifiedYearPart
                {
                    Numbers = DeclarationWriting.Write(year.Summary),
                    DeclarationId = year.DeclarationId.Value,
                }),
            ],
            AgencyCode = content.Agency.Code.Value,
            AgencyName = content.Agency.Name,
            IssuedAt = content.IssuedAt.ToUnixTimeMilliseconds(),
            RuleSetVersion = content.RuleSetVersion,
            Digest = content.Digest(),
            RenderingDigest = statement.RenderingDigest,
        };
    }

    /// <exception cref="FormatException">What is stored is not what was issued.</exception>
    public static Statement ToDomain(StatementDocument document)
    {
        var content = new StatementContent
        {
            Number = StatementNumber.Parse(document.Number),
            Code = Code(document.Code),
            PersonId = PersonId.Parse(document.PersonId),
            HolderName = document.HolderName,
            MaskedResidentId = document.MaskedResidentId,
            Employer = new UnitReference(UnitCode.Parse(document.EmployerCode), document.EmployerName),
            Title = document.Title,
            FromYear = document.FromYear,
            ToYear = document.ToYear,
            Years =
            [
                .. document.Years.Select(year => new CertifiedYear(
                    DeclarationReading.ToYear(year.Numbers),
                    DeclarationId.Parse(year.DeclarationId)
                )),
            ],
            Agency = new UnitReference(UnitCode.Parse(document.AgencyCode), document.AgencyName),
            IssuedAt = DateTimeOffset.FromUnixTimeMilliseconds(document.IssuedAt),
            RuleSetVersion = document.RuleSetVersion,
        };
        return content.Digest() == document.Digest
            ? new Statement(content, document.RenderingDigest)
            : throw new FormatException($"The stored statement '{document.Number}' is not what was issued.");
    }

    public static StatementContent ToDomain(Wire.StatementContent content) =>
        new()
        {
            Number = StatementNumber.Parse(content.Number),
            Code = Code(content.Code),
            PersonId = PersonId.Parse(content.PersonId),
            HolderName = content.HolderName,
            MaskedResidentId = content.MaskedResidentId,
            Employer = content.Employer.ToDomain(),
            Title = content.Title,
            FromYear = content.FromYear,
            ToYear = content.ToYear,
            Years =
            [
                .. content.Years.Select(year => new CertifiedYear(
                    year.Summary.ToDomain(),
                    DeclarationId.Parse(year.DeclarationId)
                )),
            ],
            Agency = content.Agency.ToDomain(),
            IssuedAt = content.IssuedAt,
            RuleSetVersion = content.RuleSetVersion,
        };

    public static Wire.StatementContent ToContract(StatementContent content) =>
        new(
            content.Number.Value,
            content.Code.Value,
            content.PersonId.Value,
            content.HolderName,
            content.MaskedResidentId,
            content.Employer.ToContract()!,
            content.Title,
            content.FromYear,
            content.ToYear,
            [
                .. content.Years.Select(year => new Wire.CertifiedYear(
                    year.Summary.ToContract(),
                    year.DeclarationId.Value
                )),
            ],
            content.Agency.ToContract()!,
            content.IssuedAt,
            content.RuleSetVersion
        );

    private static VerificationCode Code(string code) =>
        VerificationCode.TryParse(code) ?? throw new FormatException("Not a verification code.");
}
