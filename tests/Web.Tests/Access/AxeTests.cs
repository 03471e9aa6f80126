using CeActors.Web.Tests.Hands;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace CeActors.Web.Tests.Access;

/// <summary>
/// Every page and dialog once more in large text, in the looks that the guide's tests do not have: axe finds nothing and nothing is wider than the
/// window. With those, every two of width, language and size of text have been together.
/// </summary>
[Collection(WebCollection.Name)]
public sealed class AxeTests(WebStage stage)
{
    private const string Reason = "缺少证明材料，请补充后重新提交。";

    /// <summary>The looks in large text.</summary>
    public static TheoryData<int, string> Looks => new() { { Look.DesktopWidth, "zh" }, { Look.PhoneWidth, "en" } };

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Pages_of_the_public_and_of_everybody_hold_in_large_text(int width, string language) =>
        stage.PlayAsync(
            async scene =>
            {
                var look = new Look(width, language, IsLargeText: true);
                var person = await scene.PersonAsync(scene.Town.School);
                await scene.Shortcuts.MemberAsync(scene.Town.School, person);
                var visitor = await scene.VisitorAsync(look);
                await visitor.OpenAsync("/");
                await visitor.SeesAsync(visitor.Button(look.Say("登录", "Sign in")).First);
                await visitor.StepAsync("shell-01-welcome");
                await VisitAsync(visitor, "/no-such-page", "shell-02-not-found");
                await VisitAsync(visitor, "/verify", "verifier-00-form");
                await visitor.SignInAsync(person.Account, "/agencies/HRSS-430000");
                await visitor.SeesAsync(look.Say("您不是这个单位的办理人员", "You are not a member of this unit"));
                await visitor.StepAsync("shell-03-not-your-unit");
                await visitor
                    .Page.GetByRole(AriaRole.Button, new() { Name = look.Say("账户", "Account") })
                    .ClickAsync();
                await visitor.SeesAsync(visitor.Page.GetByRole(AriaRole.Menuitem).First);
                await visitor.StepAsync("shell-04-account", isWhole: false);
                await VisitAsync(visitor, "/", "shell-06-chooser");
                await visitor.SeesAsync(look.Say("选择身份和单位", "Choose role and unit"));
                await VisitAsync(visitor, "/individual", "individual-00-none");
                visitor.Troubles.ExpectBrokenNetwork();
                await visitor.Context.SetOfflineAsync(true);
                await visitor.SeesAsync(look.Say("网络已断开", "The network is away"));
                await visitor.StepAsync("shell-05-offline");
            },
            $"axe-everybody-{width}-{language}"
        );

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Pages_of_individuals_hold_in_large_text(int width, string language) =>
        stage.PlayAsync(
            async scene =>
            {
                var look = new Look(width, language, IsLargeText: true);
                var person = await scene.PersonAsync(scene.Town.School);
                var draft = await scene.Shortcuts.DraftAsync(person, years: 2);
                var page = $"/individual/declarations/{draft}";
                var visitor = await scene.SignedInAsync(look, person.Account, page);
                await visitor.SeesAsync(visitor.Link(look.Say("继续填写", "Continue")).First);
                await visitor.StepAsync("individual-17-draft");
                await AskAsync(visitor, look.Say("删除申报", "Delete"), "individual-19-delete");
                foreach (var step in (string[])["head", "years", "imports", "evidence", "check"])
                {
                    await VisitAsync(visitor, $"{page}/edit?step={step}", $"wizard-{step}");
                }

                var declarant = new Declarant(visitor, person);
                await declarant.SubmitButton.ClickAsync();
                await visitor.SeesAsync(visitor.Dialog());
                await visitor.StepAsync("individual-10-submit-dialog", isWhole: false);
                await declarant.ConfirmSubmissionAsync();
                await visitor.StepAsync("individual-11-submitted");
                await AskAsync(visitor, look.Say("撤销", "Withdraw"), "individual-20-withdraw");
                await scene.Shortcuts.ReturnAsync(scene.Town.School, draft, Reason);
                await VisitAsync(visitor, page, "individual-13-returned");
                await VisitAsync(visitor, $"{page}/edit?step=years", "individual-14-correction");
                await declarant.BeginItemAsync();
                await visitor.StepAsync("individual-04-item");
                await VisitAsync(visitor, "/individual/statements", "individual-18-no-statements");
            },
            $"axe-individual-{width}-{language}"
        );

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Statements_hold_in_large_text(int width, string language) =>
        stage.PlayAsync(
            async scene =>
            {
                var look = new Look(width, language, IsLargeText: true);
                var person = await scene.PersonAsync(scene.Town.School);
                var id = await scene.Shortcuts.RecognisedAsync(person);
                var year = Shortcuts.YearsOf(person)[^1];
                var (number, code) = await scene.Shortcuts.StatementAsync(person, year, year);
                var visitor = await scene.SignedInAsync(look, person.Account, "/individual/statements");
                await visitor.SeesAsync(visitor.Link(look.Say("查看验证页", "Verification page")));
                await visitor.StepAsync("individual-15-statements");
                await VisitAsync(visitor, $"/verify/{number}?code={code}", "verifier-02-valid");
                await scene.Shortcuts.RevokeAsync(id, Reason);
                await VisitAsync(visitor, $"/verify/{number}?code={code}", "verifier-03-revoked");
                visitor.Troubles.Expect(404);
                await VisitAsync(visitor, $"/verify/{number}?code=ABCDEFGHJK", "verifier-01-unknown");
            },
            $"axe-statements-{width}-{language}"
        );

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Pages_of_units_hold_in_large_text(int width, string language) =>
        stage.PlayAsync(
            async scene =>
            {
                var look = new Look(width, language, IsLargeText: true);
                var school = scene.Town.School;
                var ids = new List<string>();
                for (var person = 0; person < 2; person++)
                {
                    ids.Add(await scene.Shortcuts.SubmitAsync(await scene.PersonAsync(school)));
                }

                await scene.Shortcuts.PassAsync(school, school.Account, ids[1]);
                var employer = await Reviewer.ComeAsync(scene, look, school);
                var visitor = employer.Visitor;
                await employer.QueryAsync(ids[0]);
                await visitor.StepAsync("unit-01-queue");
                await employer.OpenAsync(ids[0]);
                await visitor.StepAsync("unit-02-declaration");
                await employer.BeginPassAsync();
                await visitor.SeesAsync(visitor.Dialog().GetByRole(AriaRole.Radio).First);
                await visitor.StepAsync("unit-04-pass", isWhole: false);
                await visitor.Button(look.Say("取消", "Cancel"), visitor.Dialog()).ClickAsync();
                await employer.BeginReturnAsync();
                await visitor.StepAsync("unit-08-return", isWhole: false);
                await visitor.Button(look.Say("取消", "Cancel"), visitor.Dialog()).ClickAsync();
                await employer.GoToAsync("已审申报", "Decided", "done");
                await visitor.SeesAsync(employer.Row(ids[1]));
                await visitor.StepAsync("unit-06-done");
                await employer.GoToAsync("本单位成员", "Members of the unit", "members");
                await visitor.StepAsync("unit-07-members");
                await AskAsync(visitor, look.Say("添加成员", "Add a member"), "unit-09-member");

                var office = await Reviewer.ComeAsync(scene, look, scene.Town.Office);
                await office.OpenAsync(ids[1]);
                await AskAsync(office.Visitor, look.Say("改派", "Re-route"), "department-03-reroute");
            },
            $"axe-units-{width}-{language}"
        );

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Pages_of_agencies_hold_in_large_text(int width, string language) =>
        stage.PlayAsync(
            async scene =>
            {
                var look = new Look(width, language, IsLargeText: true);
                var school = scene.Town.School;
                var recognised = await scene.Shortcuts.RecognisedAsync(await scene.PersonAsync(school));
                var waiting = await scene.Shortcuts.ToAgencyAsync(await scene.PersonAsync(school));
                // One more goes on waiting, so that there is something to count.
                await scene.Shortcuts.ToAgencyAsync(await scene.PersonAsync(school));
                var clerk = await Reviewer.ComeAsync(scene, look, scene.Town.Agency);
                var visitor = clerk.Visitor;
                await clerk.QueryAsync(waiting);
                await visitor.StepAsync("agency-01-to-do");
                await clerk.Row(waiting).GetByRole(AriaRole.Checkbox).CheckAsync();
                await visitor.Button(look.Say("批量审核", "Batch review")).ClickAsync();
                var dialog = visitor.Dialog();
                await dialog.GetByRole(AriaRole.Checkbox).CheckAsync();
                await visitor.StepAsync("agency-04-batch-dialog", isWhole: false);
                await visitor.Button(look.Say("确认办理 1 份", "Decide 1"), dialog).ClickAsync();
                await visitor.SeesAsync(look.Say("成功 1 份，未办成 0 份", "1 done, 0 not done"));
                await visitor.StepAsync("agency-05-batch");
                await clerk.GoToAsync("统计概览", "Overview", "overview");
                await visitor.SeesAsync(look.Say("按等待时间", "By waiting time"));
                await visitor.StepAsync("agency-06-overview");
                await clerk.GoToAsync("已办列表", "Done", "done");
                await visitor.SeesAsync(clerk.Row(recognised));
                await visitor.StepAsync("agency-09-done");
                await clerk.OpenAsync(recognised);
                await AskAsync(visitor, look.Say("撤销核认", "Revoke recognition"), "agency-07-revoke");
            },
            $"axe-agencies-{width}-{language}"
        );

    private static async Task VisitAsync(Visitor visitor, string path, string step)
    {
        await visitor.OpenAsync(path);
        await visitor.SeesAsync(visitor.Page.Locator("h1").First);
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await visitor.StepAsync(step);
    }

    // What asks before it does something, left again without doing it.
    private static async Task AskAsync(Visitor visitor, string label, string step)
    {
        await visitor.Button(label).First.ClickAsync();
        await visitor.SeesAsync(visitor.Dialog());
        await visitor.StepAsync(step, isWhole: false);
        await visitor.Button(visitor.Look.Say("取消", "Cancel"), visitor.Dialog()).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }
}
