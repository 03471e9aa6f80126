namespace CeActors.Statements;

/// <summary>The bounds of a document, checked before anything is drawn.</summary>
internal static class StatementCheck
{
    private const int YearMin = 1000;
    private const int YearMax = 9999;

    public static void Require(StatementDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        RequireText(document.Number, StatementLimits.NumberLengthMax, nameof(document.Number));
        RequireText(document.HolderName, StatementLimits.HolderNameLengthMax, nameof(document.HolderName));
        RequireText(
            document.MaskedResidentId,
            StatementLimits.MaskedResidentIdLengthMax,
            nameof(document.MaskedResidentId)
        );
        RequireText(document.UnitName, StatementLimits.OrganisationNameLengthMax, nameof(document.UnitName));
        RequireText(
            document.IssuingAgencyName,
            StatementLimits.OrganisationNameLengthMax,
            nameof(document.IssuingAgencyName)
        );
        RequireLength(document.Title, StatementLimits.OrganisationNameLengthMax, nameof(document.Title));
        RequireLength(document.RuleSetNote ?? "", StatementLimits.RuleSetNoteLengthMax, nameof(document.RuleSetNote));
        RequireUrl(document.VerificationUrl);
        RequireYears(document);
    }

    public static IEnumerable<string> TextsOf(StatementDocument document) =>
        [
            document.Number,
            document.HolderName,
            document.MaskedResidentId,
            document.UnitName,
            document.Title,
            document.IssuingAgencyName,
            document.VerificationUrl,
            document.RuleSetNote ?? "",
        ];

    private static void RequireText(string text, int lengthMax, string name)
    {
        Refuse(string.IsNullOrWhiteSpace(text), name, "is empty");
        RequireLength(text, lengthMax, name);
    }

    private static void RequireLength(string text, int lengthMax, string name)
    {
        Refuse(text is null, name, "is null");
        Refuse(text!.Length > lengthMax, name, $"has {text.Length} characters, at most {lengthMax} are printed");
    }

    private static void RequireUrl(string url)
    {
        RequireText(url, StatementLimits.VerificationUrlLengthMax, nameof(StatementDocument.VerificationUrl));
        var web =
            Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && url.All(character => character is > ' ' and <= '~');
        Refuse(!web, nameof(StatementDocument.VerificationUrl), "is not an absolute http or https address in ASCII");
    }

    private static void RequireYears(StatementDocument document)
    {
        const string name = nameof(StatementDocument.SubjectYears);
        var range = $"{document.FromYear} to {document.ToYear}";
        Refuse(
            document.FromYear < YearMin || document.ToYear > YearMax || document.FromYear > document.ToYear,
            nameof(StatementDocument.FromYear),
            $"makes no range of years: {range}"
        );
        var years = document.SubjectYears;
        Refuse(years is null || years.Count == 0, name, "is empty");
        Refuse(
            years!.Count > StatementLimits.YearsMax,
            name,
            $"has {years.Count} years, at most {StatementLimits.YearsMax} are printed"
        );
        for (var index = 0; index < years.Count; index++)
        {
            var year = years[index];
            Refuse(
                year.Year < document.FromYear || year.Year > document.ToYear,
                name,
                $"has {year.Year}, outside {range}"
            );
            Refuse(index > 0 && years[index - 1].Year >= year.Year, name, "is not ascending without repetition");
            RequireHours(year.GeneralQuarterHours, year.Year);
            RequireHours(year.ProfessionalQuarterHours, year.Year);
        }
    }

    private static void RequireHours(int quarterHours, int year) =>
        Refuse(
            quarterHours is < 0 or > StatementLimits.QuarterHoursMax,
            nameof(StatementDocument.SubjectYears),
            $"has {quarterHours} quarter-hours in {year}, which is not from 0 to {StatementLimits.QuarterHoursMax}"
        );

    private static void Refuse(bool condition, string member, string because)
    {
        if (condition)
        {
            throw new ArgumentException($"{member} {because}.", member);
        }
    }
}
