using CeActors.Contracts.Identity;

namespace CeActors.Functions.Http;

/// <summary>
/// Forms of the identifiers in addresses. One that cannot be is answered like one that is not there, without waking a grain for it.
/// </summary>
internal static class Addresses
{
    private const int BucketDigits = 3;
    private const int DeclarationCharacters = BucketDigits + 1 + 26;
    private const int CodeCharactersMax = 64;
    private const int UnitCharactersMin = 2;
    private const int UnitCharactersMax = 32;

    /// <summary><c>{bucket:000}-{26 lower-case base32}</c>.</summary>
    /// <exception cref="RefusedRequestException">It cannot be a declaration's id (404).</exception>
    public static string Declaration(string text)
    {
        var well = text.Length == DeclarationCharacters && text[BucketDigits] == '-';
        for (var index = 0; well && index < text.Length; index++)
        {
            var character = text[index];
            well = index < BucketDigits ? char.IsAsciiDigit(character) : index == BucketDigits || IsBase32(character);
        }

        return well ? text : throw new RefusedRequestException(FrontProblem.NotFound);
    }

    /// <summary>A code or number: 1 to 64 of <c>[A-Za-z0-9-]</c>.</summary>
    /// <exception cref="RefusedRequestException">It cannot be one (404).</exception>
    public static string Code(string text)
    {
        if (text.Length is 0 or > CodeCharactersMax)
        {
            throw new RefusedRequestException(FrontProblem.NotFound);
        }

        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '-')
            {
                throw new RefusedRequestException(FrontProblem.NotFound);
            }
        }

        return text;
    }

    /// <summary>A unit's code: 2 to 32 of <c>[A-Z0-9-]</c>.</summary>
    /// <exception cref="RefusedRequestException">It cannot be one (404).</exception>
    public static string Unit(string text) =>
        IsUnit(text) ? text : throw new RefusedRequestException(FrontProblem.NotFound);

    /// <summary>The code of a unit that is to be registered.</summary>
    /// <exception cref="RefusedRequestException">It cannot be one (400, naming it).</exception>
    public static string NewUnit(string text) =>
        IsUnit(text)
            ? text
            : throw new RefusedRequestException(
                FrontProblem.At(
                    "route:code",
                    "unit-code-malformed",
                    $"地址中的单位代码应为 {UnitCharactersMin} 至 {UnitCharactersMax} 个大写字母、数字或连字符。",
                    $"The unit code in the address must have {UnitCharactersMin} to {UnitCharactersMax} capital letters, digits or hyphens."
                )
            );

    /// <summary>An opaque person id, as <see cref="PersonIds"/> makes them.</summary>
    /// <exception cref="RefusedRequestException">It cannot be one (400, naming it).</exception>
    public static string Person(string text) =>
        text.Length == PersonIds.Length && text[0] == 'p' && text.All(IsBase32)
            ? text
            : throw new RefusedRequestException(
                FrontProblem.At(
                    "route:personId",
                    "person-id-malformed",
                    "地址中的人员编号不正确，请使用系统给出的 personId。",
                    "The person id in the address is not one; use the personId that this service gives."
                )
            );

    /// <summary>A sign-in subject: 1 to <see cref="RequestLimits.SubjectCharactersMax"/> printable characters.</summary>
    /// <exception cref="RefusedRequestException">It cannot be one (400, naming it).</exception>
    public static string Subject(string text) => Subject(text, "route:subject");

    /// <summary>A sign-in subject at another place of a request.</summary>
    /// <exception cref="RefusedRequestException">It cannot be one (400, naming the place).</exception>
    public static string Subject(string text, string path)
    {
        var problems = new ShapeProblems();
        TextShape.Check(text, path, RequestLimits.SubjectCharactersMax, problems);
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Required(path);
        }

        problems.ThrowIfAny();
        return text;
    }

    /// <summary>A year of four digits.</summary>
    /// <exception cref="RefusedRequestException">It is not one (400, naming it).</exception>
    public static int Year(string text) =>
        text.Length == 4 && int.TryParse(text, System.Globalization.NumberStyles.None, null, out var year) && year > 0
            ? year
            : throw new RefusedRequestException(
                FrontProblem.At(
                    "route:year",
                    "year-malformed",
                    "地址中的年度应为四位数字，例如 2024。",
                    "The year in the address must have four digits, such as 2024."
                )
            );

    private static bool IsUnit(string text) =>
        text.Length is >= UnitCharactersMin and <= UnitCharactersMax
        && text.All(character =>
            char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '-'
        );

    private static bool IsBase32(char character) => character is (>= 'a' and <= 'z') or (>= '2' and <= '7');
}
