using System.Globalization;
using CeActors.Local.Identity;
using CeActors.Local.Province;

namespace CeActors.Local.Demo;

/// <summary>
/// Finds people who have never filed: one for the whole story and some whose declarations reach the same agency. Once the registered ones are
/// used up, new ones are registered.
/// </summary>
public sealed class Cast(DemoProvince province, ProvinceRequests requests, Accounts accounts, string dataFolder)
{
    /// <summary>People looked at before giving up.</summary>
    public const int LookedAtMax = 5_000;

    private const int LeadLevel = 3;
    private readonly string _file = Path.Combine(dataFolder, "demo-next-person");

    /// <summary>Someone below two superiors, in a public institution.</summary>
    public async Task<ProvincePerson> LeadAsync(CancellationToken stopping)
    {
        var first = File.Exists(_file)
            ? int.Parse(await File.ReadAllTextAsync(_file, stopping), CultureInfo.InvariantCulture)
            : 1;
        var lead = await NextAsync(first, person => person.Employer.Level >= LeadLevel, stopping);
        await File.WriteAllTextAsync(_file, (lead.Number + 1).ToString(CultureInfo.InvariantCulture), stopping);
        return lead;
    }

    /// <summary>Others with imported hours whose agency is the same.</summary>
    public async Task<IReadOnlyList<ProvincePerson>> CompanionsAsync(
        ProvincePerson lead,
        int count,
        CancellationToken stopping
    )
    {
        var agency = province.AgencyOf(lead.Employer);
        var found = new List<ProvincePerson>();
        for (var from = lead.Number + 1; found.Count < count; from = found[^1].Number + 1)
        {
            found.Add(await NextAsync(from, person => province.AgencyOf(person.Employer) == agency, stopping));
        }

        return found;
    }

    private async Task<ProvincePerson> NextAsync(int first, Func<ProvincePerson, bool> fits, CancellationToken stopping)
    {
        for (var number = first; number < first + LookedAtMax; number++)
        {
            var person = province.Person(number);
            var isOwnReviewer = requests.AdministratorOf(person.Employer)?.Number == number;
            if (person.Imported.Count > 0 && !isOwnReviewer && fits(person) && await IsNewAsync(person, stopping))
            {
                return person;
            }
        }

        throw new LocalFault($"Nobody among {LookedAtMax} people could file; start anew with --fresh.");
    }

    private async Task<bool> IsNewAsync(ProvincePerson person, CancellationToken stopping)
    {
        if (person.Number > DemoProvince.PeopleCount)
        {
            foreach (
                var request in (RegistryRequest[])[ProvinceRequests.Person(person), ProvinceRequests.Imports(person)]
            )
            {
                var client = accounts.Of(request.Account);
                var answer = await client.ChangeAsync(
                    request.Method,
                    request.Path,
                    request.Body,
                    stopping,
                    commandId: request.CommandId
                );
                answer.Required();
            }
        }

        var filed = await accounts.Of(person.Account).GetAsync("/api/declarations", stopping);
        return filed.Required().List("declarations").Count == 0;
    }
}
