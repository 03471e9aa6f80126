using System.Text.Json;
using CeActors.Local.Http;
using CeActors.Local.Province;

namespace CeActors.Local.Parts;

/// <summary>The identity provider's list of demo accounts: the shown ones first, then everybody.</summary>
public static class AccountsFile
{
    /// <summary>Subject of people without an entry; there is always one more.</summary>
    public const string PeoplePattern = "person{n}";

    /// <summary>The highest number that such a person may have.</summary>
    public const int PeopleMax = 1_000_000;

    /// <summary>Writes the file.</summary>
    public static void Write(string path, DemoProvince province)
    {
        var highlights = new Highlights(province);
        var first = highlights.People.Select(Entry).Concat(UnitKinds.All.SelectMany(highlights.Units).Select(Entry));
        var all = first
            .Append(new Account(House.Registrar, "登记管理员", Password, "registry administrator"))
            .Append(new Account(House.TrainingPlatform, "培训平台", Password, "training platform"))
            .Concat(province.Units.Select(Entry))
            .Concat(province.People.Select(Entry))
            .DistinctBy(account => account.Subject);
        File.WriteAllText(path, JsonSerializer.Serialize(all, Json.Api));
    }

    private static string Password => Identity.Account.Password;

    private static Account Entry(ProvincePerson person) =>
        new(person.Account, person.Name, Password, person.Employer.Name);

    private static Account Entry(ProvinceUnit unit) => new(unit.Account, unit.Account, Password, unit.Name);

    private sealed record Account(string Subject, string Name, string Password, string Description);
}
