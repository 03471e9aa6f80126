using System.Diagnostics;
using CeActors.Local.Identity;
using CeActors.Local.Province;
using CeActors.Local.Settings;

namespace CeActors.Local.Demo;

/// <summary>Plays the operating guide from the first draft to the verified statement, over HTTP, with a new person each time.</summary>
public sealed class GuideDemo(
    LocalOptions options,
    DemoProvince province,
    ProvinceRequests requests,
    Accounts accounts,
    Announcer announcer,
    TimeProvider time
)
{
    private const int Companions = 5;
    private const string Reason = "第一年度专业科目明细的主办单位名称不完整，请填写全称后重新提交。";

    /// <exception cref="LocalFault">Something did not go as the guide says.</exception>
    public async Task PlayAsync(CancellationToken stopping)
    {
        var watch = Stopwatch.StartNew();
        var stage = new Stage(announcer, time);
        var cast = new Cast(province, requests, accounts, options.DataFolder);
        var reviewing = new Reviewing(stage, province, accounts);
        var batch = new AgencyBatch(stage, reviewing, accounts);

        var lead = await cast.LeadAsync(stopping);
        var player = Player.Of(lead, accounts);
        IReadOnlyList<int> years = [.. lead.Imported.Select(record => record.Year).Distinct().Order()];
        var filing = new Filing(stage, lead, player, years, new EvidenceUpload(accounts.Plain));
        await filing.OpenAsync(stopping);
        await filing.FillYearsAsync(stopping);
        await filing.MendWrongValueAsync(stopping);
        await filing.UploadEvidenceAsync(stopping);
        await filing.SubmitAsync(stopping);

        stage.Act("用人单位：审核并选择上级单位", "The employer reviews and chooses its superior");
        var employer = Player.Of(lead.Employer, accounts);
        var opened = await reviewing.OpenAsync(employer, filing.DeclarationId, stopping);
        await reviewing.CheckEvidenceAsync(employer, opened, stopping);
        var department = await reviewing.PassAsync(employer, opened, stopping);

        stage.Act("主管部门：审核不通过并说明原因", "The department returns it with a reason");
        opened = await reviewing.OpenAsync(department, filing.DeclarationId, stopping);
        await reviewing.ReturnAsync(department, opened, Reason, stopping);

        await filing.CorrectAsync(Reason, stopping);
        await filing.SubmitAsync(stopping);

        stage.Act("用人单位、主管部门：逐级通过，直至经办机构", "Passed from unit to unit as far as the agency");
        var holder = employer;
        while (holder.Unit!.Kind != UnitKinds.Agency)
        {
            opened = await reviewing.OpenAsync(holder, filing.DeclarationId, stopping);
            holder = await reviewing.PassAsync(holder, opened, stopping);
        }

        stage.Act("其他申报人：快速填报，凑成一批", "Others file too, so that it is a real batch");
        List<string> declarations = [filing.DeclarationId];
        foreach (var companion in await cast.CompanionsAsync(lead, Companions, stopping))
        {
            declarations.Add(await batch.FileCompanionAsync(companion, years[^1], stopping));
        }

        await batch.RecogniseAsync(holder, declarations, stopping);
        await new Statement(stage, player, accounts.Anyone, options.OutFolder).IssueAsync(years, stopping);
        announcer.Say();
        announcer.Say($"演示完成 The demo is complete, {watch.Elapsed.TotalSeconds:0.0} s.");
    }
}
