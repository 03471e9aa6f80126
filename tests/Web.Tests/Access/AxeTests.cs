using CeActors.Web.Tests.Hands;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace CeActors.Web.Tests.Access;

/// <summary>
/// The pages and dialogs of individuals once more in large text, in the looks that the guide's tests do not have: axe finds nothing and nothing is wider
/// than the window. With those, every two of width, language and size of text have been together.
/// </summary>
[Collection(WebCollection.Name)]
public sealed class AxeTests(WebStage stage)
{
    private const string Reason = "缺少证明材料，请补充后重新提交。";

    /// <summary>The looks in large text.</summary>
    public static TheoryData<int, string> Looks => new() { { Look.DesktopWidth, "zh" }, { Look.PhoneWidth, "en" } };

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
