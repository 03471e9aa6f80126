using CeActors.Local.Province;
using CeActors.Web.Tests.Hands;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CeActors.Web.Tests.Guide;

/// <summary>
/// The operating guide by hand, all four roles: at each step nothing is wider than the window, axe finds nothing, and a picture is left in
/// artifacts/web-tour.
/// </summary>
[Collection(WebCollection.Name)]
public sealed class GuideTests(WebStage stage)
{
    private const string Reason = "第一年度专业科目明细的主办单位名称不完整，请填写全称后重新提交。";
    private const string TypedHours = "42.5";
    private const int Companions = 3;

    [Theory]
    [InlineData(Look.DesktopWidth, "zh", 5)]
    [InlineData(Look.PhoneWidth, "zh", 2)]
    [InlineData(Look.DesktopWidth, "en", 1)]
    public Task The_whole_guide_is_done_by_all_four_roles(int width, string language, int yearCount) =>
        stage.PlayAsync(
            async scene =>
            {
                var look = new Look(width, language);
                var town = scene.Town;
                var person = await scene.PersonAsync(town.School);
                var years = Shortcuts.YearsOf(person).TakeLast(yearCount).ToList();
                var declarant = await Declarant.ComeAsync(scene, look, person);
                var id = await FileAsync(declarant, years);
                await WithdrawAndSubmitAgainAsync(declarant);

                var employer = await Reviewer.ComeAsync(scene, look, town.School);
                await PassAtEmployerAsync(employer, id, person, years[0]);
                var office = await Reviewer.ComeAsync(scene, look, town.Office);
                await ReturnAsync(office, id, person);
                await CorrectAsync(declarant, years[0]);
                await employer.GoToQueueAsync();
                await employer.OpenAsync(id);
                await employer.PassAsync(person.Name);
                await office.GoToQueueAsync();
                await office.OpenAsync(id);
                await office.PassAsync(person.Name, town.Agency);

                var clerk = await Reviewer.ComeAsync(scene, look, town.Agency);
                await RecogniseAsync(clerk, id, person);
                await BatchAsync(scene, clerk);
                var address = await StatementAsync(declarant, years);
                var anyone = await scene.VisitorAsync(look);
                await VerifyAsync(anyone, address);
                await RevokeAsync(clerk, id, person);
                await SeeRevokedAsync(anyone, address, declarant);
            },
            $"guide-{width}-{language}"
        );

    private static async Task<string> FileAsync(Declarant declarant, List<int> years)
    {
        var visitor = declarant.Visitor;
        await visitor.SeesAsync(visitor.Link(visitor.Look.Say("新增学时核认申报", "New declaration")));
        await visitor.StepAsync("individual-01-declarations");
        var id = await declarant.NewAsync();
        await visitor.StepAsync("individual-02-head-empty");
        await declarant.FillHeadAsync(years[0], years[^1]);
        await visitor.StepAsync("individual-03-head");
        await declarant.NextAsync("年度明细", "Items by year");
        foreach (var year in years)
        {
            await declarant.BeginItemAsync();
            await declarant.FillItemAsync(year, TypedHours);
            if (year == years[0])
            {
                await visitor.StepAsync("individual-04-item");
            }

            await declarant.SaveItemAsync();
        }

        await visitor.StepAsync("individual-05-years");
        await declarant.NextAsync("事业单位培训学时", "Hours of public-institution training");
        await declarant.ConfirmImportsAsync(years);
        await visitor.StepAsync("individual-06-imports");
        await declarant.NextAsync("上传附件", "Evidence");
        foreach (var year in years)
        {
            EvidenceFile[] scans = year == years[0] ? [EvidenceFiles.Scan(declarant.Person, year)] : [];
            await declarant.UploadAsync(
                year,
                [EvidenceFiles.Certificate(declarant.Person, year, TypedHours), .. scans]
            );
        }

        await visitor.StepAsync("individual-07-evidence");
        await PreviewAsync(declarant, years[0]);
        await declarant.NextAsync("核对并提交", "Check and submit");
        await declarant.PromiseAsync();
        await visitor.StepAsync("individual-09-check");
        await declarant.SubmitButton.ClickAsync();
        await visitor.SeesAsync(visitor.Dialog());
        await visitor.StepAsync("individual-10-submit-dialog", isWhole: false);
        await declarant.ConfirmSubmissionAsync();
        await visitor.StepAsync("individual-11-submitted");
        return id;
    }

    private static async Task PreviewAsync(Declarant declarant, int year)
    {
        var visitor = declarant.Visitor;
        var scan = EvidenceFiles.Scan(declarant.Person, year).Name;
        await visitor.Button(visitor.Look.Say($"预览：{scan}", $"Preview: {scan}")).ClickAsync();
        await visitor.SeesAsync(visitor.Dialog().Locator("img, canvas, iframe").First);
        await visitor.StepAsync("individual-08-preview", isWhole: false);
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static async Task WithdrawAndSubmitAgainAsync(Declarant declarant)
    {
        var visitor = declarant.Visitor;
        await declarant.WithdrawAsync();
        await visitor.StepAsync("individual-12-withdrawn");
        await declarant.CorrectLink.ClickAsync();
        await declarant.GoToStepAsync("核对提交", "Submit");
        await declarant.SubmitAsync();
    }

    private static async Task PassAtEmployerAsync(Reviewer employer, string id, ProvincePerson person, int year)
    {
        var visitor = employer.Visitor;
        await employer.QueryAsync(id);
        await visitor.StepAsync("unit-01-queue");
        await employer.OpenAsync(id);
        if (!visitor.Look.IsPhone)
        {
            // Beside the claimed hours; on a phone it opens when it is asked for.
            await visitor.SeesAsync(employer.Viewer.Locator("canvas[aria-busy=false], img").First);
        }

        await visitor.StepAsync("unit-02-declaration");
        await employer.LookAtEvidenceAsync(year);
        await visitor.StepAsync("unit-03-evidence", isWhole: false);
        await employer.LeaveEvidenceAsync();
        await employer.BeginPassAsync();
        await visitor.SeesAsync(visitor.Dialog().GetByRole(AriaRole.Radio).First);
        await visitor.StepAsync("unit-04-pass", isWhole: false);
        await visitor.Button(visitor.Look.Say("审核通过", "Pass"), visitor.Dialog()).ClickAsync();
        await employer.NoticedAsync(visitor.Look.Say("审核通过", "Passed"), person.Name);
        await visitor.StepAsync("unit-05-passed");
        await employer.GoToAsync("已审申报", "Decided", "done");
        await visitor.SeesAsync(employer.Row(id));
        await visitor.StepAsync("unit-06-done");
        await employer.GoToAsync("本单位成员", "Members of the unit", "members");
        await visitor.SeesAsync(visitor.Button(visitor.Look.Say("添加成员", "Add a member")));
        await visitor.StepAsync("unit-07-members");
    }

    private static async Task ReturnAsync(Reviewer office, string id, ProvincePerson person)
    {
        var visitor = office.Visitor;
        await office.OpenAsync(id);
        var dialog = await office.BeginReturnAsync();
        await visitor.Button(visitor.Look.Say("审核不通过", "Do not pass"), dialog).ClickAsync();
        await visitor.SeesAsync(dialog.GetByRole(AriaRole.Alert).First);
        await visitor.StepAsync("department-01-return-without-reason", isWhole: false);
        await visitor.Button(visitor.Look.Say("取消", "Cancel"), dialog).ClickAsync();
        await office.ReturnAsync(person.Name, Reason);
        await visitor.StepAsync("department-02-returned");
    }

    private static async Task CorrectAsync(Declarant declarant, int year)
    {
        var visitor = declarant.Visitor;
        await declarant.GoToListAsync();
        await visitor.SeesAsync(Reason);
        await visitor.StepAsync("individual-13-returned");
        await declarant.CorrectLink.ClickAsync();
        await declarant.GoToStepAsync("年度明细", "Items");
        await visitor.SeesAsync(Reason);
        await declarant.OfYear(year).GetByRole(AriaRole.Button, new() { NameRegex = EditButton() }).First.ClickAsync();
        await declarant.Organisers.FillAsync("湖南省云麓专业技术人员培训中心（长沙校区）");
        await declarant.SaveItemAsync();
        await visitor.StepAsync("individual-14-correction");
        await declarant.GoToStepAsync("核对提交", "Submit");
        await declarant.SubmitAsync();
    }

    private static async Task RecogniseAsync(Reviewer clerk, string id, ProvincePerson person)
    {
        var visitor = clerk.Visitor;
        await clerk.QueryAsync(id);
        await visitor.StepAsync("agency-01-to-do");
        await clerk.OpenAsync(id);
        await clerk.BeginPassAsync();
        await visitor.StepAsync("agency-02-recognise", isWhole: false);
        await visitor.Button(visitor.Look.Say("审核通过", "Pass"), visitor.Dialog()).ClickAsync();
        await clerk.NoticedAsync(visitor.Look.Say("审核通过", "Passed"), person.Name);
    }

    private static async Task BatchAsync(Scene scene, Reviewer clerk)
    {
        var (visitor, look) = (clerk.Visitor, clerk.Visitor.Look);
        List<string> ids = [];
        for (var companion = 0; companion < Companions; companion++)
        {
            ids.Add(await scene.Shortcuts.ToAgencyAsync(await scene.PersonAsync(scene.Town.School)));
        }

        // One more goes on waiting, so that there is something to count afterwards.
        await scene.Shortcuts.ToAgencyAsync(await scene.PersonAsync(scene.Town.School));
        await clerk.GoToQueueAsync();
        foreach (var id in ids)
        {
            await clerk.QueryAsync(id);
            await clerk.Row(id).GetByRole(AriaRole.Checkbox).CheckAsync();
        }

        await visitor.StepAsync("agency-03-ticked");
        await visitor.Button(look.Say("批量审核", "Batch review")).ClickAsync();
        var dialog = visitor.Dialog();
        await dialog.GetByRole(AriaRole.Checkbox).CheckAsync();
        await visitor.StepAsync("agency-04-batch-dialog", isWhole: false);
        await visitor.Button(look.Say($"确认办理 {Companions} 份", $"Decide {Companions}"), dialog).ClickAsync();
        await visitor.SeesAsync(visitor.Page.GetByRole(AriaRole.Progressbar));
        await visitor.SeesAsync(look.Say($"成功 {Companions} 份，未办成 0 份", $"{Companions} done, 0 not done"));
        await visitor.StepAsync("agency-05-batch");
        await clerk.GoToAsync("统计概览", "Overview", "overview");
        await visitor.SeesAsync(look.Say("按等待时间", "By waiting time"));
        await visitor.SeesAsync(look.Say("已办申报的结果", "What has become of those decided"));
        await Expect(visitor.Page.Locator(".counted-drawing:not(:has(svg))")).ToHaveCountAsync(0);
        await visitor.StepAsync("agency-06-overview");
    }

    private static async Task<string> StatementAsync(Declarant declarant, List<int> years)
    {
        var (visitor, look) = (declarant.Visitor, declarant.Visitor.Look);
        await declarant.GoToStatementsAsync();
        await visitor.Button(look.Say("查询", "Query")).ClickAsync();
        await visitor.Button(look.Say("开具学时认定单", "Issue a statement")).ClickAsync();
        var link = visitor.Link(look.Say("查看验证页", "Verification page"));
        await visitor.SeesAsync(link);
        await visitor.StepAsync("individual-15-statements");
        var address = (await link.GetAttributeAsync("href"))!;
        var number = Uri.UnescapeDataString(address.Split('/', '?')[2]);
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() =>
            visitor.Button(look.Say($"下载 {number}", $"Download {number}")).ClickAsync()
        );
        using var paper = PdfDocument.Open(await download.PathAsync());
        var text = string.Concat(paper.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
        text.ShouldContain(number);
        text.ShouldContain(declarant.Person.Name);
        text.ShouldContain($"{years[^1]}");
        return address;
    }

    private static async Task VerifyAsync(Visitor anyone, string address)
    {
        anyone.Troubles.Expect(404);
        await anyone.OpenAsync(address[..^1] + (address[^1] == '0' ? '1' : '0'));
        await anyone.SeesAsync(anyone.Look.Say("没有核验到这份学时认定单", "No such statement was found"));
        await anyone.StepAsync("verifier-01-unknown");
        await anyone.OpenAsync(address);
        await anyone.SeesAsync(anyone.Look.Say("核验通过", "Verified"));
        await anyone.StepAsync("verifier-02-valid");
    }

    private static async Task RevokeAsync(Reviewer clerk, string id, ProvincePerson person)
    {
        var (visitor, look) = (clerk.Visitor, clerk.Visitor.Look);
        await clerk.GoToAsync("已办列表", "Done", "done");
        await clerk.OpenAsync(id);
        await visitor.Button(look.Say("撤销核认", "Revoke recognition")).ClickAsync();
        var dialog = visitor.Dialog();
        await dialog.GetByRole(AriaRole.Textbox).First.FillAsync("抽查审验不合格：材料不实。");
        await visitor.StepAsync("agency-07-revoke", isWhole: false);
        await visitor.Button(look.Say("撤销核认", "Revoke recognition"), dialog).ClickAsync();
        await clerk.NoticedAsync(look.Say("撤销核认", "Recognition revoked"), person.Name);
        await visitor.StepAsync("agency-08-revoked");
    }

    private static async Task SeeRevokedAsync(Visitor anyone, string address, Declarant declarant)
    {
        await anyone.OpenAsync(address);
        await anyone.SeesAsync(anyone.Look.Say("这份学时认定单已失效", "This statement is no longer in force"));
        await anyone.StepAsync("verifier-03-revoked");
        await declarant.GoToListAsync();
        await declarant.GoToStatementsAsync();
        await declarant.Visitor.SeesAsync(anyone.Look.Say("已失效", "Void"));
        await declarant.Visitor.StepAsync("individual-16-statement-revoked");
    }

    private static System.Text.RegularExpressions.Regex EditButton() => new("^(修改：|Edit: )");
}
