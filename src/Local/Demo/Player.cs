using CeActors.Local.Http;
using CeActors.Local.Identity;
using CeActors.Local.Province;

namespace CeActors.Local.Demo;

/// <summary>Someone who acts in the demo: a person for themself, or an account for its unit.</summary>
/// <param name="Label">Shown before each step.</param>
/// <param name="Client">The API as they see it.</param>
/// <param name="Unit">The unit they act for; null for a person.</param>
public sealed record Player(string Label, ApiClient Client, ProvinceUnit? Unit)
{
    public static Player Of(ProvincePerson person, Accounts accounts) =>
        new($"[{person.Account} {person.Name} · {person.Employer.Name}]", accounts.Of(person.Account), null);

    public static Player Of(ProvinceUnit unit, Accounts accounts) =>
        new($"[{unit.Account} · {unit.Name}]", accounts.Of(unit.Account), unit);

    /// <summary>Address of the unit's resources.</summary>
    public string UnitPath => $"/api/units/{Unit!.Code}";
}
