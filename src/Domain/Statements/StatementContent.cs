using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Statements;

/// <summary>What a recognition statement (学时认定单) certifies; never changes once issued.</summary>
public sealed record StatementContent
{
    public required StatementNumber Number { get; init; }

    /// <summary>Only the paper shows it.</summary>
    public required VerificationCode Code { get; init; }

    public required PersonId PersonId { get; init; }

    public required string HolderName { get; init; }

    public required string MaskedResidentId { get; init; }

    public required UnitReference Employer { get; init; }

    /// <summary>Null when unknown.</summary>
    public required string? Title { get; init; }

    /// <summary>起始年度, included.</summary>
    public required int FromYear { get; init; }

    /// <summary>Included.</summary>
    public required int ToYear { get; init; }

    /// <summary>Recognised years in the range, ascending; at least one.</summary>
    public required ImmutableArray<CertifiedYear> Years { get; init; }

    /// <summary>Agency of the latest recognition.</summary>
    public required UnitReference Agency { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Rules of the latest recognition.</summary>
    public required string RuleSetVersion { get; init; }

    public CreditHours Total => Years.Aggregate(CreditHours.Zero, (sum, year) => sum + year.Summary.Total);

    /// <summary>
    /// SHA-256 of the canonical form, lower-case hexadecimal: each field on its line as <c>name=length:text</c>, so that no two contents
    /// share a form; numbers in decimal, hours in quarter-hours, times in UTC to the tick.
    /// </summary>
    public string Digest()
    {
        var form = new StringBuilder(1024);
        Add(form, "form", "ceactors-statement-1");
        Add(form, "number", Number.Value);
        Add(form, "code", Code.Value);
        Add(form, "person", PersonId.Value);
        Add(form, "name", HolderName);
        Add(form, "residentId", MaskedResidentId);
        Add(form, "employer", Employer.Code.Value);
        Add(form, "employerName", Employer.Name);
        Add(form, "title", Title);
        Add(form, "from", Text(FromYear));
        Add(form, "to", Text(ToYear));
        Add(form, "agency", Agency.Code.Value);
        Add(form, "agencyName", Agency.Name);
        Add(form, "issuedAt", Text(IssuedAt.UtcTicks));
        Add(form, "rules", RuleSetVersion);
        foreach (var (summary, declaration) in Years)
        {
            Add(form, "year", Text(summary.Year));
            Add(form, "general", Text(summary.General.QuarterHours));
            Add(form, "professional", Text(summary.Professional.QuarterHours));
            Add(form, "generalTarget", Text(summary.Targets.General.QuarterHours));
            Add(form, "professionalTarget", Text(summary.Targets.Professional.QuarterHours));
            Add(form, "totalTarget", Text(summary.Targets.Total.QuarterHours));
            Add(form, "declaration", declaration.Value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form.ToString())));
    }

    /// <summary>Whether it certifies the same; arrays are compared by their elements.</summary>
    public bool IsSameAs(StatementContent other) => Digest() == other.Digest();

    private static void Add(StringBuilder form, string name, string? text) =>
        form.Append(name)
            .Append('=')
            .Append(text is null ? "-" : Text(text.Length))
            .Append(':')
            .Append(text)
            .Append('\n');

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Summary">Hours of the year as recognised.</param>
/// <param name="DeclarationId">Declaration that recognised them; a revocation there revokes the statement.</param>
public sealed record CertifiedYear(YearSummary Summary, DeclarationId DeclarationId);
