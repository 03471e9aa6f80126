using CeActors.Local;
using CeActors.Local.Demo;
using CeActors.Local.Identity;
using CeActors.Local.Province;

namespace CeActors.Web.Tests.Hosting;

/// <summary>Ways to a state that a test starts from, over the API instead of by hand.</summary>
public sealed class Shortcuts(DemoProvince province, Town town, Accounts accounts)
{
    private static readonly Stage Unseen = new(new Announcer(TextWriter.Null), TimeProvider.System);
    private readonly Reviewing _reviewing = new(Unseen, province, accounts);

    /// <summary>Years for which the town's people have imported hours, the first one first.</summary>
    public static IReadOnlyList<int> YearsOf(ProvincePerson person) =>
        [.. person.Imported.Select(record => record.Year).Distinct().Order()];

    /// <summary>A draft with its head and the imported hours of the last <paramref name="years"/> years.</summary>
    /// <returns>Its id.</returns>
    public Task<string> DraftAsync(ProvincePerson person, int years = 1) => FileAsync(person, years, submits: false);

    /// <summary>Files the imported hours of the last <paramref name="years"/> years; it waits for the employer.</summary>
    /// <returns>Its id.</returns>
    public Task<string> SubmitAsync(ProvincePerson person, int years = 1) => FileAsync(person, years, submits: true);

    /// <summary>Files and passes it as far as the agency.</summary>
    public async Task<string> ToAgencyAsync(ProvincePerson person, int years = 1)
    {
        var id = await SubmitAsync(person, years);
        await _reviewing.PassToAgencyAsync(person.Employer, id, CancellationToken.None);
        return id;
    }

    /// <summary>Files, passes and recognises it.</summary>
    public async Task<string> RecognisedAsync(ProvincePerson person, int years = 1)
    {
        var id = await ToAgencyAsync(person, years);
        await VerdictAsync(town.Agency, id, "pass", new { Opinion = "予以核认。" });
        return id;
    }

    /// <summary>The unit that holds it returns it.</summary>
    public Task ReturnAsync(ProvinceUnit unit, string id, string reason) =>
        VerdictAsync(unit, id, "return", new { Reason = reason });

    /// <summary>Makes somebody a reviewer of the unit, and waits until they are told so themselves.</summary>
    public async Task MemberAsync(ProvinceUnit unit, ProvincePerson person)
    {
        await town.MemberAsync(unit, person.Account, person.Name, null, "reviewer");
        await Unseen.UntilAsync(
            $"{person.Account} knows of being a member of {unit.Code}",
            async () =>
            {
                var me = await accounts.Of(person.Account).GetAsync("/api/me", CancellationToken.None);
                return me.Required().List("memberships").FirstOrDefault();
            },
            CancellationToken.None
        );
    }

    /// <summary>Another member of the unit that holds it passes it to the first unit that it can go to.</summary>
    public async Task PassAsync(ProvinceUnit unit, string account, string id)
    {
        var colleague = new Player(account, accounts.Of(account), unit);
        await _reviewing.PassAsync(
            colleague,
            await _reviewing.OpenAsync(colleague, id, CancellationToken.None),
            CancellationToken.None
        );
    }

    /// <summary>The agency revokes what it recognised.</summary>
    public async Task RevokeAsync(string id, string reason)
    {
        var agency = Player.Of(town.Agency, accounts);
        var path = $"{agency.UnitPath}/declarations/{id}";
        var seen = (await agency.Client.GetAsync(path, CancellationToken.None)).Required();
        var body = new { Reason = reason };
        (
            await agency.Client.ChangeAsync(
                HttpMethod.Post,
                $"{path}/revocation",
                body,
                CancellationToken.None,
                seen.Tag
            )
        ).Required();
    }

    /// <summary>Issues a statement of these years.</summary>
    /// <returns>Number and code.</returns>
    public async Task<(string Number, string Code)> StatementAsync(ProvincePerson person, int fromYear, int toYear)
    {
        var wish = new { FromYear = fromYear, ToYear = toYear };
        var issued = (
            await accounts
                .Of(person.Account)
                .ChangeAsync(HttpMethod.Post, "/api/statements", wish, CancellationToken.None)
        ).Required();
        return (issued.Text("content.number"), issued.Text("content.code"));
    }

    private async Task VerdictAsync(ProvinceUnit unit, string id, string verdict, object body)
    {
        var player = Player.Of(unit, accounts);
        var seen = await _reviewing.OpenAsync(player, id, CancellationToken.None);
        (
            await player.Client.ChangeAsync(
                HttpMethod.Post,
                $"{player.UnitPath}/declarations/{id}/{verdict}",
                body,
                CancellationToken.None,
                seen.Tag
            )
        ).Required();
    }

    private async Task<string> FileAsync(ProvincePerson person, int years, bool submits)
    {
        var chosen = YearsOf(person).TakeLast(years).ToList();
        var body = new
        {
            Head = Script.Head(person, chosen),
            ConfirmedImports = chosen.Select(year => new
            {
                Year = year,
                RecordIds = person.Imported.Where(record => record.Year == year).Select(record => record.RecordId),
            }),
            Submit = submits,
        };
        var filed = await accounts
            .Of(person.Account)
            .ChangeAsync(HttpMethod.Post, "/api/declarations", body, CancellationToken.None);
        return filed.Required().Text("declarationId");
    }
}
