using CeActors.Local.Identity;
using CeActors.Local.Parts;
using CeActors.Local.Province;
using CeActors.Local.Settings;

namespace CeActors.Local;

/// <summary>Tells where everything is and who can sign in.</summary>
public sealed class Welcome(LocalOptions options, DemoProvince province, Announcer announcer, bool hasWebClient)
{
    private const int UnitsShown = 5;

    // ./run builds it; elsewhere it is built by hand.
    private const string NotBuilt = "   (网页尚未构建 no web client is built: cd web && npm ci && npm run build)";

    /// <summary>Prints addresses and accounts.</summary>
    public void Say()
    {
        announcer.Say();
        announcer.Say("地址 Addresses");
        announcer.Table(
            ["应用 app", options.Address(PortSetting.Front) + "/" + (hasWebClient ? "" : NotBuilt)],
            ["接口说明 API reference", options.Address(PortSetting.Front) + "/api/docs"],
            ["身份认证 identity", options.Address(PortSetting.Identity) + "/"],
            ["集群面板 dashboard", options.Address(PortSetting.Dashboard) + "/"],
            ["日志 logs", Path.Combine(options.DataFolder, "logs")]
        );
        announcer.Say();
        announcer.Say($"账号 Accounts (密码 password: {Account.Password})");
        announcer.Table([
            ["账号 account", "身份 who", "单位 unit", "去向 goes to"],
            .. Rows(),
        ]);
        announcer.Say();
        announcer.Say("按 Ctrl-C 停止。 Press Ctrl-C to stop.");
    }

    private IEnumerable<string[]> Rows()
    {
        var highlights = new Highlights(province);
        foreach (var person in highlights.People)
        {
            yield return [person.Account, person.Name, Named(person.Employer), Next(person.Employer)];
        }

        yield return ["…", $"person1–person{DemoProvince.PeopleCount}", "", ""];
        foreach (var kind in UnitKinds.All)
        {
            foreach (var unit in highlights.Units(kind).Take(UnitsShown))
            {
                yield return [unit.Account, kind, Named(unit), Next(unit)];
            }

            var all = province.Units.Where(unit => unit.Kind == kind).ToList();
            yield return ["…", $"{all[0].Account}–{all[^1].Account}", "", ""];
        }

        yield return [House.Registrar, "登记管理员 registry administrator", "", ""];
        yield return [House.TrainingPlatform, "培训平台 training platform", "", ""];
    }

    private static string Next(ProvinceUnit unit) => unit.ParentCode ?? unit.AgencyCode ?? "";

    private static string Named(ProvinceUnit unit) => $"{unit.Name} ({unit.Code})";
}
