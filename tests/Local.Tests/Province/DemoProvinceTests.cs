using CeActors.Local.Province;
using Shouldly;
using Xunit;

namespace CeActors.Local.Tests.Province;

public sealed class DemoProvinceTests
{
    private const int LastYear = 2025;
    private static readonly DemoProvince Hunan = new(LastYear);

    [Theory]
    [InlineData(DivisionLevel.Province, 1)]
    [InlineData(DivisionLevel.City, 14)]
    [InlineData(DivisionLevel.County, 122)]
    [InlineData(DivisionLevel.Zone, 12)]
    public void Hunan_has_its_divisions(DivisionLevel level, int count) =>
        Divisions.All.Count(division => division.Level == level).ShouldBe(count);

    [Fact]
    public void Every_division_has_an_agency_of_its_own() =>
        Hunan
            .Units.Where(unit => unit.Kind == UnitKinds.Agency)
            .Select(unit => unit.Code)
            .ShouldBe(Divisions.All.Select(division => "HRSS-" + division.Code), ignoreOrder: true);

    [Fact]
    public void The_province_and_its_cities_have_the_first_agency_accounts()
    {
        var accounts = Hunan
            .Units.Where(unit => unit.Kind == UnitKinds.Agency)
            .ToDictionary(unit => unit.Account, unit => unit.Code);
        accounts["agency1"].ShouldBe("HRSS-430000");
        accounts["agency2"].ShouldBe("HRSS-430100");
        accounts["agency15"].ShouldBe("HRSS-433100");
        accounts["agency16"].ShouldBe("HRSS-430102");
    }

    [Fact]
    public void There_are_at_least_200_units_besides_agencies_of_every_depth_to_five()
    {
        Hunan.Employers.Count.ShouldBeGreaterThanOrEqualTo(200);
        Hunan.Employers.Select(unit => unit.Level).Distinct().Order().ShouldBe([1, 2, 3, 4, 5]);
        Hunan.Employers.ShouldContain(unit => unit.Kind == UnitKinds.Employer && unit.Level == 1);
        Hunan.Employers.ShouldContain(unit => unit.Kind == UnitKinds.SupervisingDepartment && unit.Level == 2);
        Hunan.Employers.ShouldContain(unit => unit.IsPublicInstitution);
        Hunan.Employers.ShouldContain(unit => !unit.IsPublicInstitution && unit.Kind == UnitKinds.Employer);
    }

    [Fact]
    public void Every_unit_has_its_own_code_name_and_account()
    {
        Hunan.Units.Select(unit => unit.Code).ShouldBeUnique();
        Hunan.Units.Select(unit => unit.Name).ShouldBeUnique();
        Hunan.Units.Select(unit => unit.Account).ShouldBeUnique();
        Hunan.Units.Select(unit => unit.CreditCode).Where(code => code is not null).ShouldBeUnique();
    }

    [Fact]
    public void A_superior_comes_before_its_subordinates_and_is_a_department_in_the_same_division()
    {
        var seen = new Dictionary<string, ProvinceUnit>();
        foreach (var unit in Hunan.Units)
        {
            if (unit.ParentCode is { } parent)
            {
                seen.ShouldContainKey(parent);
                seen[parent].Kind.ShouldBe(UnitKinds.SupervisingDepartment);
                seen[parent].Level.ShouldBe(unit.Level - 1);
            }

            seen.Add(unit.Code, unit);
        }
    }

    [Fact]
    public void Every_unit_reaches_the_agency_of_its_division() =>
        Hunan.Employers.ShouldAllBe(unit => Hunan.AgencyOf(unit).Code == "HRSS-" + unit.DivisionCode);

    [Fact]
    public void There_are_500_people_with_id_numbers_of_their_own_of_areas_that_issued_none()
    {
        var people = Hunan.People.ToList();
        people.Count.ShouldBe(500);
        people.Select(person => person.ResidentId).ShouldBeUnique();
        people.ShouldAllBe(person => Divisions.CodesWithoutResidents.Contains(person.ResidentId.Substring(0, 6)));
    }

    [Fact]
    public void Only_people_of_public_institutions_have_imported_hours_of_five_years()
    {
        foreach (var person in Hunan.People)
        {
            var years = person.Imported.Select(record => record.Year).Distinct().Order().ToList();
            years.ShouldBe(person.Employer.IsPublicInstitution ? [2021, 2022, 2023, 2024, 2025] : []);
        }
    }

    [Fact]
    public void The_same_seed_and_year_give_the_same_requests_and_another_seed_gives_others()
    {
        var version = new ProvinceRequests(Hunan).Version();
        new ProvinceRequests(new DemoProvince(LastYear)).Version().ShouldBe(version);
        new ProvinceRequests(new DemoProvince(LastYear, seed: 1)).Version().ShouldNotBe(version);
    }

    [Fact]
    public void The_next_year_says_the_same_of_the_years_before()
    {
        var next = new DemoProvince(LastYear + 1);
        foreach (var person in Hunan.People.Where(person => person.Imported.Count > 0).Take(20))
        {
            var later = next.Person(person.Number).Imported.ToDictionary(record => record.RecordId);
            foreach (var record in person.Imported.Where(record => record.Year > LastYear - 4))
            {
                later[record.RecordId].ShouldBe(record);
            }
        }
    }

    [Fact]
    public void There_is_always_one_more_person_with_two_superiors() =>
        Enumerable
            .Range(501, 100)
            .Select(Hunan.Person)
            .ShouldContain(person => person.Employer.Level >= 3 && person.Imported.Count > 0);

    [Fact]
    public void Command_ids_follow_from_the_content_and_have_the_form_that_the_api_takes()
    {
        var ids = new ProvinceRequests(Hunan)
            .Waves()
            .SelectMany(wave => wave.Requests)
            .Select(request => request.CommandId)
            .ToList();
        ids.ShouldBeUnique();
        ids.ShouldAllBe(id =>
            id.Length <= 64 && id.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
        );
    }
}
