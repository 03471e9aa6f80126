using System.Security.Cryptography;
using System.Text;
using CeActors.Local.Parts;

namespace CeActors.Local.Province;

/// <summary>The requests that load a province, in waves: what a wave needs is in the waves before it.</summary>
public sealed class ProvinceRequests(DemoProvince province)
{
    /// <summary>Every this many units the administrator is also an employee there, so that the conflict of interest can be seen.</summary>
    public const int AdministratorWorksThereEvery = 25;

    /// <summary>Waves with their names, in order.</summary>
    public IEnumerable<(string Name, IReadOnlyList<RegistryRequest> Requests)> Waves()
    {
        var agencies = province.Units.Where(unit => unit.Kind == UnitKinds.Agency).Select(Unit);
        yield return ("经办机构 agencies", [.. agencies]);
        foreach (var level in province.Employers.GroupBy(unit => unit.Level).OrderBy(level => level.Key))
        {
            yield return ($"{level.Key}级单位 units of level {level.Key}", [.. level.Select(Unit)]);
        }

        // An administrator who also works there is linked to the professional, who must be registered by then.
        yield return ("申报人员 people", [.. province.People.Select(Person)]);
        yield return ("单位人员 members of units", [.. province.Units.Select(Member)]);
        yield return (
            "培训学时 imported hours",
            [.. province.People.Where(person => person.Imported.Count > 0).Select(Imports)]
        );
    }

    /// <summary>Digest of all requests: names this very province.</summary>
    public string Version()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var request in Waves().SelectMany(wave => wave.Requests))
        {
            digest.AppendData(Encoding.ASCII.GetBytes(request.CommandId));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset())[..16];
    }

    /// <summary>Registers a person.</summary>
    public static RegistryRequest Person(ProvincePerson person) =>
        new(
            House.Registrar,
            HttpMethod.Put,
            $"/api/registry/people/{person.Account}",
            new
            {
                person.Name,
                person.ResidentId,
                EmployerCode = person.Employer.Code,
                person.Title,
            }
        );

    /// <summary>Reports a person's hours.</summary>
    public static RegistryRequest Imports(ProvincePerson person) =>
        new(
            House.TrainingPlatform,
            HttpMethod.Post,
            $"/api/training-platform/people/{person.Account}/records",
            new { Records = person.Imported }
        );

    /// <summary>The person who is also this unit's administrator; null for most units.</summary>
    public ProvincePerson? AdministratorOf(ProvinceUnit unit) =>
        _administrators.TryGetValue(unit.Code, out var person) ? person : null;

    private readonly Dictionary<string, ProvincePerson> _administrators = province
        .People.GroupBy(person => person.Employer.Code)
        .Where((_, index) => index % AdministratorWorksThereEvery == 0)
        .ToDictionary(group => group.Key, group => group.First());

    private static RegistryRequest Unit(ProvinceUnit unit) =>
        new(
            House.Registrar,
            HttpMethod.Put,
            $"/api/registry/units/{unit.Code}",
            new
            {
                unit.Name,
                unit.Kind,
                unit.DivisionCode,
                unit.CreditCode,
                unit.ParentCode,
                unit.AgencyCode,
                unit.IsPublicInstitution,
                IsActive = true,
            }
        );

    private RegistryRequest Member(ProvinceUnit unit)
    {
        var person = AdministratorOf(unit);
        var dice = Dice.For((ulong)unit.Code.Length, Digest(unit.Code));
        string[] roles =
            unit.Kind == UnitKinds.Agency ? ["administrator", "clerk", "auditor"] : ["administrator", "reviewer"];
        return new RegistryRequest(
            House.Registrar,
            HttpMethod.Put,
            $"/api/registry/units/{unit.Code}/members/{unit.Account}",
            new
            {
                Name = person?.Name ?? dice.Pick(Words.Surnames) + dice.Pick(Words.GivenNames),
                Roles = roles,
                NaturalPersonSubject = person?.Account,
            }
        );
    }

    private static ulong Digest(string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
