using System.Globalization;

namespace CeActors.Local.Province;

/// <summary>Numbers with check characters, made for fictional holders.</summary>
public static class CheckedCodes
{
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string ResidentCheck = "10X98765432";

    /// <summary>Department and category of a credit code: an office (机关).</summary>
    public const string OfficePrefix = "11";

    /// <summary>A public institution (事业单位).</summary>
    public const string InstitutionPrefix = "12";

    /// <summary>An enterprise (企业).</summary>
    public const string EnterprisePrefix = "91";

    private static ReadOnlySpan<int> OrganisationWeights => [3, 7, 9, 10, 5, 8, 4, 2];

    private static ReadOnlySpan<int> ResidentWeights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>A unified social credit code (GB 32100-2015) with the organisation code inside it valid too (GB 11714-1997).</summary>
    /// <param name="prefix">Two characters: registering department and category.</param>
    /// <param name="divisionCode">Six digits.</param>
    /// <param name="dice">Where the organisation's eight characters come from.</param>
    public static string CreditCode(string prefix, string divisionCode, Dice dice)
    {
        var organisation = string.Concat("MA", dice.Below(1_000_000).ToString("D6", CultureInfo.InvariantCulture));
        var body = string.Concat(prefix, divisionCode, organisation, OrganisationCheck(organisation));
        var sum = 0;
        var weight = 1;
        foreach (var character in body)
        {
            sum += CreditAlphabet.IndexOf(character) * weight;
            weight = weight * 3 % 31;
        }

        return body + CreditAlphabet[(31 - sum % 31) % 31];
    }

    /// <summary>A resident id number (GB 11643-1999).</summary>
    /// <param name="areaCode">Six digits.</param>
    /// <param name="born">Date of birth.</param>
    /// <param name="sequence">0 to 999; odd for men.</param>
    public static string ResidentId(string areaCode, DateOnly born, int sequence)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{areaCode}{born:yyyyMMdd}{sequence:D3}");
        var sum = 0;
        for (var index = 0; index < body.Length; index++)
        {
            sum += (body[index] - '0') * ResidentWeights[index];
        }

        return body + ResidentCheck[sum % 11];
    }

    private static char OrganisationCheck(string organisation)
    {
        var sum = 0;
        for (var index = 0; index < organisation.Length; index++)
        {
            var character = organisation[index];
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            sum += value * OrganisationWeights[index];
        }

        return (11 - sum % 11) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
    }
}
