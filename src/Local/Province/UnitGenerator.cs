using System.Globalization;

namespace CeActors.Local.Province;

/// <summary>
/// Makes the units: an agency for each division; supervising departments with institutions, branches and one deep chain; enterprises
/// that go to their agency directly. Superiors come before their subordinates.
/// </summary>
internal sealed class UnitGenerator(ulong seed)
{
    private const int CitySectors = 2;
    private const int CountyEvery = 8;
    private readonly Dice _dice = new(seed);
    private readonly List<ProvinceUnit> _units = [];
    private readonly Dictionary<string, int> _counts = [];

    public static string AgencyCode(string divisionCode) => $"HRSS-{divisionCode}";

    public IReadOnlyList<ProvinceUnit> Generate()
    {
        // The province, its cities, then all others: agency1 is the province's, agency2 the capital's.
        foreach (
            var division in Divisions.All.OrderBy(division => Math.Min((int)division.Level, (int)DivisionLevel.County))
        )
        {
            AddAgency(division);
        }

        var counties = 0;
        foreach (var division in Divisions.All)
        {
            switch (division.Level)
            {
                case DivisionLevel.Province:
                    AddSectors(division, Sector.All);
                    AddDeepChain(division);
                    AddEnterprises(division, 4);
                    break;
                case DivisionLevel.City:
                    var first = _dice.Below(Sector.All.Length);
                    AddSectors(division, [.. Sector.All.Concat(Sector.All).Skip(first).Take(CitySectors)]);
                    AddEnterprises(division, 1);
                    break;
                case DivisionLevel.Zone:
                    AddEnterprises(division, 1);
                    break;
                case DivisionLevel.County when counties++ % CountyEvery == 0:
                    AddCounty(division);
                    break;
            }
        }

        return _units;
    }

    private void AddAgency(Division division)
    {
        var office = division.Level switch
        {
            DivisionLevel.Province => "人力资源和社会保障厅",
            DivisionLevel.City or DivisionLevel.County => "人力资源和社会保障局",
            _ => "人力资源和社会保障分局",
        };
        _units.Add(
            new ProvinceUnit(
                AgencyCode(division.Code),
                division.Name + office,
                UnitKinds.Agency,
                division.Code,
                CreditCode: null,
                ParentCode: null,
                AgencyCode: null,
                IsPublicInstitution: false,
                Level: 1,
                Account("agency")
            )
        );
    }

    private void AddSectors(Division division, IReadOnlyList<Sector> sectors)
    {
        foreach (var sector in sectors)
        {
            var office = Add(division, UnitKinds.SupervisingDepartment, sector.Office, CheckedCodes.OfficePrefix, null);
            for (var index = 0; index < sector.Institutions.Length; index++)
            {
                var hasBranches = index == 0;
                var kind = hasBranches ? UnitKinds.SupervisingDepartment : UnitKinds.Employer;
                var institution = Add(
                    division,
                    kind,
                    sector.Institutions[index],
                    CheckedCodes.InstitutionPrefix,
                    office
                );
                foreach (var branch in hasBranches ? sector.Branches : [])
                {
                    AddBranch(institution, branch, UnitKinds.Employer);
                }
            }
        }
    }

    // Five levels: office, university, hospital, court, centre.
    private void AddDeepChain(Division province)
    {
        var office = _units.First(unit =>
            unit.DivisionCode == province.Code && unit.Name.EndsWith("教育管理局", StringComparison.Ordinal)
        );
        var university = Add(
            province,
            UnitKinds.SupervisingDepartment,
            "医科大学",
            CheckedCodes.InstitutionPrefix,
            office
        );
        var hospital = AddBranch(university, "附属第一医院", UnitKinds.SupervisingDepartment);
        var court = AddBranch(hospital, "东院区", UnitKinds.SupervisingDepartment);
        AddBranch(court, "康复中心", UnitKinds.Employer);
    }

    private void AddCounty(Division county)
    {
        var office = Add(county, UnitKinds.SupervisingDepartment, "教育管理局", CheckedCodes.OfficePrefix, null);
        Add(county, UnitKinds.Employer, "第一中学", CheckedCodes.InstitutionPrefix, office);
        Add(county, UnitKinds.Employer, "人民医院", CheckedCodes.InstitutionPrefix, null);
    }

    private void AddEnterprises(Division division, int count)
    {
        for (var index = 0; index < count; index++)
        {
            Add(division, UnitKinds.Employer, "科技有限公司", CheckedCodes.EnterprisePrefix, null);
        }
    }

    private ProvinceUnit Add(Division division, string kind, string ending, string creditPrefix, ProvinceUnit? parent)
    {
        var unit = new ProvinceUnit(
            UnitCode(kind, division.Code),
            division.Name + _dice.Pick(Words.Brands) + ending,
            kind,
            division.Code,
            CheckedCodes.CreditCode(creditPrefix, division.Code, _dice),
            parent?.Code,
            parent is null ? AgencyCode(division.Code) : null,
            creditPrefix == CheckedCodes.InstitutionPrefix,
            (parent?.Level ?? 0) + 1,
            Account(AccountPrefix(kind))
        );
        _units.Add(unit);
        return unit;
    }

    private ProvinceUnit AddBranch(ProvinceUnit parent, string ending, string kind)
    {
        var branch = parent with
        {
            Code = UnitCode(kind, parent.DivisionCode),
            Name = parent.Name + ending,
            Kind = kind,
            CreditCode = null,
            ParentCode = parent.Code,
            AgencyCode = null,
            Level = parent.Level + 1,
            Account = Account(AccountPrefix(kind)),
        };
        _units.Add(branch);
        return branch;
    }

    private static string AccountPrefix(string kind) => kind == UnitKinds.Employer ? "employer" : "department";

    private string UnitCode(string kind, string divisionCode)
    {
        var prefix = kind == UnitKinds.Employer ? "EMP" : "DEP";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}-{divisionCode}-{Count(prefix + divisionCode):D2}"
        );
    }

    private string Account(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{Count(prefix)}");

    private int Count(string of) => _counts[of] = _counts.GetValueOrDefault(of) + 1;
}
