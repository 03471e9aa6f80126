using CeActors.Local.Identity;
using CeActors.Local.Parts;
using CeActors.Local.Province;

namespace CeActors.Web.Tests.Hosting;

/// <summary>The part of the demo province that the tests need: one chain of each kind, and people as they are asked for.</summary>
public sealed class Town
{
    // Beyond the people that the province itself would register.
    private const int FirstPerson = DemoProvince.PeopleCount + 500;
    private readonly DemoProvince _province;
    private readonly Accounts _accounts;
    private int _people = FirstPerson;

    public Town(DemoProvince province, Accounts accounts)
    {
        _province = province;
        _accounts = accounts;
        Agency = province.Units.First(unit => unit.Kind == UnitKinds.Agency);
        Branch = province.Employers.First(unit =>
            unit.Kind == UnitKinds.Employer && unit.Level == 3 && province.AgencyOf(unit) == Agency
        );
        Institution = province.Unit(Branch.ParentCode!);
        Office = province.Unit(Institution.ParentCode!);
        School = province.Employers.First(unit =>
            unit.Kind == UnitKinds.Employer && unit.ParentCode == Office.Code && unit.IsPublicInstitution
        );
        Company = province.Employers.First(unit =>
            unit.Kind == UnitKinds.Employer && unit.Level == 1 && unit.AgencyCode == Agency.Code
        );
        BusyAgency = province.Units.Last(unit => unit.Kind == UnitKinds.Agency);
    }

    /// <summary>An employer of public-institution staff below <see cref="Office"/>: its next unit is the only one.</summary>
    public ProvinceUnit School { get; }

    /// <summary>A first-level supervising department; its next unit is <see cref="Agency"/>.</summary>
    public ProvinceUnit Office { get; }

    /// <summary>A supervising department below <see cref="Office"/>.</summary>
    public ProvinceUnit Institution { get; }

    /// <summary>An employer below <see cref="Institution"/>: two superiors to choose from.</summary>
    public ProvinceUnit Branch { get; }

    /// <summary>A first-level employer that is no public institution: straight to <see cref="Agency"/>, no imported hours.</summary>
    public ProvinceUnit Company { get; }

    /// <summary>The handling agency of all of them.</summary>
    public ProvinceUnit Agency { get; }

    /// <summary>An agency apart, for a long queue.</summary>
    public ProvinceUnit BusyAgency { get; }

    private ProvinceUnit[] Units => [Agency, Office, Institution, School, Branch, Company];

    /// <summary>Registers the units and their administrators.</summary>
    public Task BuildAsync() => RegisterAsync(Units);

    /// <summary>Registers these units, superiors first, and their administrators.</summary>
    public async Task RegisterAsync(params ProvinceUnit[] units)
    {
        var requests = new ProvinceRequests(_province);
        var codes = units.Select(unit => unit.Code).ToHashSet();
        var people = units.Select(requests.AdministratorOf).OfType<ProvincePerson>().Select(person => person.Account);
        var accounts = people.ToHashSet();
        foreach (var (_, wave) in requests.Waves())
        {
            foreach (var request in wave)
            {
                var parts = request.Path.Split('/');
                var isWanted = parts[^2] is "people"
                    ? accounts.Contains(parts[^1])
                    : parts.Length > 4 && parts[3] == "units" && codes.Contains(parts[4]);
                if (isWanted)
                {
                    await SendAsync(request);
                }
            }
        }
    }

    /// <summary>Somebody new who works there, with hours at the training platform if it is a public institution.</summary>
    public async Task<ProvincePerson> PersonAsync(ProvinceUnit employer)
    {
        var number = Interlocked.Increment(ref _people);
        var person = _province.Person(number) with { Employer = employer };
        if (employer.IsPublicInstitution && person.Imported.Count == 0)
        {
            person = person with { Imported = ImportedOf(number) };
        }
        else if (!employer.IsPublicInstitution)
        {
            person = person with { Imported = [] };
        }

        await SendAsync(ProvinceRequests.Person(person));
        if (person.Imported.Count > 0)
        {
            await SendAsync(ProvinceRequests.Imports(person));
        }

        return person;
    }

    /// <summary>Makes this account a member of the unit, or changes what it is there.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="account">The account.</param>
    /// <param name="name">What the unit calls the member.</param>
    /// <param name="naturalPersonAccount">Account of the professional who the member also is; null when none.</param>
    /// <param name="roles">What the member may do.</param>
    public Task MemberAsync(
        ProvinceUnit unit,
        string account,
        string name,
        string? naturalPersonAccount,
        params string[] roles
    ) =>
        SendAsync(
            new RegistryRequest(
                House.Registrar,
                HttpMethod.Put,
                $"/api/registry/units/{unit.Code}/members/{account}",
                new
                {
                    Name = name,
                    Roles = roles,
                    NaturalPersonSubject = naturalPersonAccount,
                }
            )
        );

    // Records of somebody of the province who has some, under ids of their own.
    private PlatformRecord[] ImportedOf(int number)
    {
        var other = Enumerable
            .Range(number, DemoProvince.PeopleCount)
            .First(n => _province.Person(n).Imported.Count > 0);
        return
        [
            .. _province
                .Person(other)
                .Imported.Select(record => record with { RecordId = $"{record.RecordId}-{number}" }),
        ];
    }

    private async Task SendAsync(RegistryRequest request)
    {
        var client = _accounts.Of(request.Account);
        var answer = await client.ChangeAsync(
            request.Method,
            request.Path,
            request.Body,
            CancellationToken.None,
            commandId: request.CommandId
        );
        answer.Required();
    }
}
