namespace CeActors.Local.Province;

/// <summary>The accounts that are shown first: people with the longest ways, and the units on those ways.</summary>
public sealed class Highlights(DemoProvince province)
{
    private const int PeopleShown = 6;

    /// <summary>People of the deepest units, and the first person.</summary>
    public IReadOnlyList<ProvincePerson> People { get; } =
    [
        .. province
            .People.OrderByDescending(person => person.Employer.Level)
            .ThenBy(person => person.Number)
            .Take(PeopleShown)
            .Append(province.Person(1))
            .DistinctBy(person => person.Number),
    ];

    /// <summary>Their employers, all superiors and agencies, by kind.</summary>
    public IReadOnlyList<ProvinceUnit> Units(string kind) =>
        [.. People.SelectMany(person => Way(person.Employer)).Distinct().Where(unit => unit.Kind == kind)];

    private IEnumerable<ProvinceUnit> Way(ProvinceUnit employer)
    {
        for (
            var unit = employer;
            unit is not null;
            unit = unit.ParentCode is null ? null : province.Unit(unit.ParentCode)
        )
        {
            yield return unit;
        }

        yield return province.AgencyOf(employer);
    }
}
