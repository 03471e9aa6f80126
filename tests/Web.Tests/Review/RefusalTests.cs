using CeActors.Web.Tests.Hands;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CeActors.Web.Tests.Review;

/// <summary>Decisions that the service does not take: the reviewer is told why and what to do now.</summary>
[Collection(WebCollection.Name)]
public sealed class RefusalTests(WebStage stage)
{
    private const string Own = "不能审核本人的申报，请由本单位其他管理员办理。";

    [Fact]
    public Task Nothing_is_returned_without_a_reason() =>
        stage.PlayAsync(async scene =>
        {
            var school = scene.Town.School;
            var person = await scene.PersonAsync(school);
            var id = await scene.Shortcuts.SubmitAsync(person);
            var reviewer = await Reviewer.ComeAsync(scene, Look.Desktop, school);
            var visitor = reviewer.Visitor;
            await reviewer.OpenAsync(id);
            var sent = 0;
            visitor.Page.Request += (_, request) => sent += request.Url.EndsWith("/return") ? 1 : 0;

            var dialog = await reviewer.BeginReturnAsync();
            await dialog.GetByRole(AriaRole.Textbox).First.FillAsync("  ");
            await visitor.Button("审核不通过", dialog).ClickAsync();
            await visitor.SeesAsync(dialog.GetByRole(AriaRole.Alert).First);
            await visitor.Button("取消", dialog).ClickAsync();

            await visitor.SeesAsync(reviewer.Decision("审核不通过"));
            sent.ShouldBe(0);
            await reviewer.ReturnAsync(person.Name, "缺少证明材料");
            sent.ShouldBe(1);
        });

    [Fact]
    public Task A_reason_is_kept_through_Escape_and_a_unit_that_is_busy_until_the_return_is_done() =>
        stage.PlayAsync(async scene =>
        {
            const string reason = "结业证书看不清楚，请重新上传清晰的扫描件。";
            var school = scene.Town.School;
            var person = await scene.PersonAsync(school);
            var id = await scene.Shortcuts.SubmitAsync(person);
            var reviewer = await Reviewer.ComeAsync(scene, Look.Desktop, school);
            var visitor = reviewer.Visitor;
            visitor.Troubles.Expect(429);
            await reviewer.OpenAsync(id);
            var field = (await reviewer.BeginReturnAsync()).GetByRole(AriaRole.Textbox).First;
            await field.FillAsync(reason);
            await visitor.Page.Keyboard.PressAsync("Escape");
            await Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

            await visitor.Page.RouteAsync("**/return", route => route.FulfillAsync(Busy));
            var dialog = await reviewer.BeginReturnAsync();
            await Expect(dialog.GetByRole(AriaRole.Textbox).First).ToHaveValueAsync(reason);
            await visitor.Button("审核不通过", dialog).ClickAsync();
            await visitor.SeesAsync($"没有办成：审核不通过（{person.Name}）");
            await visitor.SeesAsync("单位正忙");
            await visitor.Page.UnrouteAsync("**/return");

            await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "打开这份申报" }).ClickAsync();
            dialog = await reviewer.BeginReturnAsync();
            await Expect(dialog.GetByRole(AriaRole.Textbox).First).ToHaveValueAsync(reason);
            await visitor.Button("审核不通过", dialog).ClickAsync();
            await reviewer.NoticedAsync("审核不通过", person.Name);
        });

    [Fact]
    public Task Nobody_is_offered_a_decision_on_their_own_declaration() =>
        stage.PlayAsync(async scene =>
        {
            var school = scene.Town.School;
            var person = await scene.PersonAsync(school);
            await scene.Town.MemberAsync(school, person.Account, person.Name, null, "reviewer");
            var id = await scene.Shortcuts.SubmitAsync(person);
            var reviewer = await Reviewer.ComeAsync(scene, Look.Desktop, school, person.Account);

            await reviewer.OpenAsync(id);

            await reviewer.Visitor.SeesAsync("这是您本人的申报");
            await Expect(reviewer.Decision("审核通过")).ToHaveCountAsync(0);
            await Expect(reviewer.Decision("审核不通过")).ToHaveCountAsync(0);
        });

    [Fact]
    public Task Nobody_decides_on_their_own_declaration_under_another_account() =>
        stage.PlayAsync(async scene =>
        {
            var school = scene.Town.School;
            var person = await scene.PersonAsync(school);
            await scene.Town.MemberAsync(
                school,
                school.Account,
                person.Name,
                person.Account,
                "administrator",
                "reviewer"
            );
            var id = await scene.Shortcuts.SubmitAsync(person);
            var reviewer = await Reviewer.ComeAsync(scene, Look.Desktop, school);
            reviewer.Visitor.Troubles.Expect(403);
            await reviewer.OpenAsync(id);

            await ConfirmPassAsync(reviewer);

            await reviewer.Visitor.SeesAsync($"没有办成：审核通过（{person.Name}）");
            await reviewer.Visitor.SeesAsync(Own);
            await reviewer.GoToQueueAsync();
            await reviewer.QueryAsync(id);
        });

    [Fact]
    public Task A_decision_that_somebody_else_made_first_says_who_it_was() =>
        stage.PlayAsync(async scene =>
        {
            var school = scene.Town.School;
            var (person, colleague) = (await scene.PersonAsync(school), await scene.PersonAsync(school));
            await scene.Town.MemberAsync(school, colleague.Account, colleague.Name, null, "reviewer");
            var id = await scene.Shortcuts.SubmitAsync(person);
            var reviewer = await Reviewer.ComeAsync(scene, Look.Desktop, school);
            var visitor = reviewer.Visitor;
            visitor.Troubles.Expect(409, 412);
            await reviewer.OpenAsync(id);
            var dialog = await reviewer.BeginPassAsync();
            await visitor.SeesAsync(dialog.GetByRole(AriaRole.Radio).First);

            await scene.Shortcuts.PassAsync(school, colleague.Account, id);
            await visitor.Button("审核通过", dialog).ClickAsync();

            await visitor.SeesAsync($"没有办成：审核通过（{person.Name}）");
            await visitor.SeesAsync($"{colleague.Name}（{school.Name}）已于");
            await visitor.PictureAsync("unit-10-overtaken", isWhole: false);
            await reviewer.GoToQueueAsync();
            await visitor.SeesAsync(visitor.Button("查询"));
            await Expect(reviewer.Row(id)).ToHaveCountAsync(0);
        });

    private static RouteFulfillOptions Busy =>
        new()
        {
            Status = 429,
            ContentType = "application/problem+json",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "600" },
            Body = """
                {"type":"urn:ceactors:problem:unit-busy","title":"unit-busy","status":429,"detail":"busy","code":"unit-busy",
                "chinese":"单位正忙，请稍后再试。","english":"The unit is busy; try again shortly.","problems":[],"facts":null,"traceId":"t"}
                """,
        };

    private static async Task ConfirmPassAsync(Reviewer reviewer)
    {
        var dialog = await reviewer.BeginPassAsync();
        await reviewer.Visitor.SeesAsync(dialog.GetByRole(AriaRole.Radio).First);
        await reviewer.Visitor.Button("审核通过", dialog).ClickAsync();
    }
}
