using System.Globalization;

namespace CeActors.Benchmarks.Load;

/// <summary>An employer with the department above it and the agency that handles it.</summary>
public sealed record Chain(LoadUnit Employer, LoadUnit Department, LoadUnit Agency);

/// <summary>A unit with the one person who reviews for it.</summary>
/// <param name="Code">Unit code.</param>
/// <param name="Kind">As the API names it.</param>
/// <param name="ParentCode">Superior; null for departments, which are first-level units, and for agencies.</param>
/// <param name="AgencyCode">Handling agency; null for agencies.</param>
/// <param name="Reviewer">Who passes what waits there.</param>
public sealed record LoadUnit(string Code, string Kind, string? ParentCode, string? AgencyCode, LoadActor Reviewer);

/// <summary>Somebody who sends requests.</summary>
/// <param name="Subject">Sign-in subject.</param>
/// <param name="EmployerCode">Employer of a declarant; null for a reviewer.</param>
public sealed record LoadActor(string Subject, string? EmployerCode = null)
{
    /// <summary>Value of the Authorization header; null where nobody signs in.</summary>
    public string? Authorization { get; set; }
}

/// <summary>The units of a run: three in four are employers, and each flow goes through an employer, its department and its agency.</summary>
public sealed class Province
{
    private readonly LoadUnit[] _agencies;
    private readonly LoadUnit[] _departments;
    private readonly LoadUnit[] _employers;

    /// <param name="unitCount">Units in all, 3 to 100,000.</param>
    /// <param name="hasOneAgency">One hot agency handles everything; else one unit in eight is an agency.</param>
    public Province(int unitCount, bool hasOneAgency)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(unitCount, 3);
        var agencyCount = hasOneAgency ? 1 : Math.Max(1, unitCount / 8);
        var departmentCount = Math.Max(1, unitCount / 8);
        _agencies = [.. Codes("AG", agencyCount).Select(code => Unit(code, "agency", null, null))];
        _departments =
        [
            .. Codes("DE", departmentCount)
                .Select((code, i) => Unit(code, "supervisingDepartment", null, _agencies[i % agencyCount].Code)),
        ];
        _employers =
        [
            .. Codes("EM", unitCount - agencyCount - departmentCount)
                .Select((code, i) => (Code: code, Above: _departments[i % departmentCount]))
                .Select(unit => Unit(unit.Code, "employer", unit.Above.Code, unit.Above.AgencyCode)),
        ];
    }

    /// <summary>All units, those above before those below.</summary>
    public IEnumerable<LoadUnit> Units => _agencies.Concat(_departments).Concat(_employers);

    /// <summary>Number of employers.</summary>
    public int EmployerCount => _employers.Length;

    /// <summary>The way that flow number <paramref name="flow"/> takes: employers in turn, so that all get the same load.</summary>
    public Chain ChainOf(int flow)
    {
        var employer = flow % _employers.Length;
        var department = employer % _departments.Length;
        return new Chain(_employers[employer], _departments[department], _agencies[department % _agencies.Length]);
    }

    private static LoadUnit Unit(string code, string kind, string? parent, string? agency) =>
        new(code, kind, parent, agency, new LoadActor($"reviewer-{code}"));

    private static IEnumerable<string> Codes(string prefix, int count) =>
        Enumerable.Range(1, count).Select(i => prefix + i.ToString("D5", CultureInfo.InvariantCulture));
}
