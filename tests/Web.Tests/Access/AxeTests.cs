using CeActors.Web.Tests.Hands;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace CeActors.Web.Tests.Access;

/// <summary>
/// Every page once more in large text, where the guide's tests have not been: axe finds nothing and nothing is wider than the window.
/// </summary>
[Collection(WebCollection.Name)]
public sealed class AxeTests(WebStage stage)
{
    /// <summary>Every pair of width, language and text size, together with the guide's own looks.</summary>
    public static TheoryData<int, string> Looks => new() { { Look.DesktopWidth, "zh" }, { Look.PhoneWidth, "en" } };

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Pages_of_individuals_and_the_public_hold_in_large_text(int width, string language) =>
        stage.PlayAsync(
            async scene =>
            {
                var look = new Look(width, language, IsLargeText: true);
                var person = await scene.PersonAsync(scene.Town.School);
                await scene.Shortcuts.RecognisedAsync(person);
                var years = Shortcuts.YearsOf(person);
                var (number, code) = await scene.Shortcuts.StatementAsync(person, years[^1], years[^1]);
                var other = await scene.PersonAsync(scene.Town.School);
                var draft = await scene.Shortcuts.DraftAsync(other, years: 2);
                var visitor = await scene.VisitorAsync(look);
                await visitor.OpenAsync("/");
                await visitor.SeesAsync(visitor.Button(look.Say("登录", "Sign in")).First);
                await visitor.StepAsync("shell-01-welcome");
                await VisitAsync(visitor, "/no-such-page", "shell-02-not-found");
                await VisitAsync(visitor, "/verify", "verifier-00-form");
                await VisitAsync(visitor, $"/verify/{number}?code={code}", "verifier-02-valid");
                await visitor.SignInAsync(other.Account, $"/individual/declarations/{draft}");
                await visitor.SeesAsync(visitor.Link(look.Say("继续填写", "Continue")).First);
                await visitor.StepAsync("individual-17-draft");
                foreach (var step in (string[])["head", "years", "imports", "evidence", "check"])
                {
                    await VisitAsync(visitor, $"/individual/declarations/{draft}/edit?step={step}", $"wizard-{step}");
                }

                await VisitAsync(visitor, "/individual/statements", "individual-18-no-statements");
            },
            $"axe-individual-{width}-{language}"
        );

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Pages_of_units_and_agencies_hold_in_large_text(int width, string language) =>
        stage.PlayAsync(
            async scene =>
            {
                var look = new Look(width, language, IsLargeText: true);
                var person = await scene.PersonAsync(scene.Town.School);
                var id = await scene.Shortcuts.SubmitAsync(person);
                var employer = await Reviewer.ComeAsync(scene, look, scene.Town.School);
                await employer.OpenAsync(id);
                await employer.Visitor.StepAsync("unit-02-declaration");
                await employer.BeginPassAsync();
                await employer.Visitor.SeesAsync(employer.Visitor.Dialog().GetByRole(AriaRole.Radio).First);
                await employer.Visitor.StepAsync("unit-04-pass", isWhole: false);
                await employer.Visitor.Button(look.Say("取消", "Cancel"), employer.Visitor.Dialog()).ClickAsync();
                await employer.BeginReturnAsync();
                await employer.Visitor.StepAsync("unit-08-return", isWhole: false);
                await employer.Visitor.Button(look.Say("取消", "Cancel"), employer.Visitor.Dialog()).ClickAsync();
                await employer.GoToAsync("本单位成员", "Members of the unit", "members");
                await employer.Visitor.Button(look.Say("添加成员", "Add a member")).ClickAsync();
                await employer.Visitor.SeesAsync(employer.Visitor.Dialog());
                await employer.Visitor.StepAsync("unit-09-member", isWhole: false);

                var clerk = await Reviewer.ComeAsync(scene, look, scene.Town.Agency);
                await clerk.Visitor.SeesAsync(clerk.Visitor.Page.GetByRole(AriaRole.Search));
                await clerk.Visitor.StepAsync("agency-01-to-do");
                await clerk.GoToAsync("已办列表", "Done", "done");
                await clerk.Visitor.StepAsync("agency-09-done");
                await clerk.GoToAsync("统计概览", "Overview", "overview");
                await clerk.Visitor.StepAsync("agency-06-overview");
            },
            $"axe-review-{width}-{language}"
        );

    private static async Task VisitAsync(Visitor visitor, string path, string step)
    {
        await visitor.OpenAsync(path);
        await visitor.SeesAsync(visitor.Page.Locator("h1").First);
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await visitor.StepAsync(step);
    }
}
