using System.Globalization;

namespace CeActors.Local.Province;

/// <summary>
/// The demo province: real divisions, fictional units and people. The same seed and years always give the same province; a person is a
/// function of their number alone, so that there is always one more.
/// </summary>
public sealed class DemoProvince
{
    /// <summary>People that are registered at the first load.</summary>
    public const int PeopleCount = 500;

    /// <summary>Years for which the training platform reports hours, the last included.</summary>
    public const int ImportedYears = 5;

    private const ulong Seed = 430_000;
    private const string Platform = "湖南省事业单位工作人员培训管理平台";
    private readonly ulong _seed;
    private readonly int _lastYear;
    private readonly Dictionary<string, ProvinceUnit> _byCode;

    /// <param name="lastYear">The last year for which hours are imported; not after the present one.</param>
    /// <param name="seed">Another seed gives another province.</param>
    public DemoProvince(int lastYear, ulong seed = Seed)
    {
        _seed = seed;
        _lastYear = lastYear;
        Units = new UnitGenerator(seed).Generate();
        _byCode = Units.ToDictionary(unit => unit.Code);
        Employers = [.. Units.Where(unit => unit.Kind != UnitKinds.Agency)];
    }

    /// <summary>Every unit, agencies first, superiors before subordinates.</summary>
    public IReadOnlyList<ProvinceUnit> Units { get; }

    /// <summary>Units that employ people: all but the agencies.</summary>
    public IReadOnlyList<ProvinceUnit> Employers { get; }

    /// <summary>The people of the first load.</summary>
    public IEnumerable<ProvincePerson> People => Enumerable.Range(1, PeopleCount).Select(Person);

    /// <summary>The unit with this code.</summary>
    public ProvinceUnit Unit(string code) => _byCode[code];

    /// <summary>The agency that handles declarations of this unit: its own or the nearest ancestor's.</summary>
    public ProvinceUnit AgencyOf(ProvinceUnit unit)
    {
        while (unit.AgencyCode is null)
        {
            unit = Unit(unit.ParentCode ?? throw new InvalidOperationException($"{unit.Code} has no agency."));
        }

        return Unit(unit.AgencyCode);
    }

    /// <summary>The person with this number, 1 and up; beyond <see cref="PeopleCount"/> they are not registered yet.</summary>
    public ProvincePerson Person(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var dice = Dice.For(_seed, (ulong)number);
        // A stride that shares no factor with the count walks through all employers before it meets one again.
        var employer = Employers[(int)((long)number * Stride(Employers.Count) % Employers.Count)];
        var name = dice.Pick(Words.Surnames) + dice.Pick(Words.GivenNames);
        var area = Divisions.CodesWithoutResidents[number % Divisions.CodesWithoutResidents.Count];
        var born = new DateOnly(1966, 1, 1).AddDays(dice.Below(30 * 365));
        var title = dice.Pick(Words.Titles);
        return new ProvincePerson(
            number,
            name,
            // Number / areas makes the sequence differ where area and birthday happen to be the same.
            CheckedCodes.ResidentId(area, born, number / Divisions.CodesWithoutResidents.Count % 1000),
            employer,
            title,
            employer.IsPublicInstitution ? [.. Imported(number)] : []
        );
    }

    private IEnumerable<PlatformRecord> Imported(int number)
    {
        for (var year = _lastYear - ImportedYears + 1; year <= _lastYear; year++)
        {
            // Dice of the year: next year's province must say the same of the years before.
            var dice = Dice.For(_seed, ((ulong)number * 10_000) + (ulong)year);
            yield return Record(number, year, "general", dice.Pick(Words.GeneralCourses), "30", dice);
            yield return Record(number, year, "professional", dice.Pick(Words.ProfessionalCourses), "22.5", dice);
        }
    }

    private static PlatformRecord Record(int number, int year, string subject, string course, string hours, Dice dice)
    {
        var completed = new DateOnly(year, 3, 1).AddDays(dice.Below(180));
        return new PlatformRecord(
            string.Create(CultureInfo.InvariantCulture, $"SYPX-{number:D6}-{year}-{subject[..1].ToUpperInvariant()}"),
            year,
            subject,
            course,
            Platform,
            hours,
            completed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
    }

    private static int Stride(int count)
    {
        var stride = count * 5 / 8;
        while (GreatestDivisor(stride, count) != 1)
        {
            stride++;
        }

        return stride;
    }

    private static int GreatestDivisor(int left, int right) => right == 0 ? left : GreatestDivisor(right, left % right);
}
