using CeActors.Local.Province;
using CeActors.Web.Tests.Hands;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CeActors.Web.Tests.Kept;

/// <summary>Nothing typed is lost, whatever happens around it.</summary>
[Collection(WebCollection.Name)]
public sealed class TypedTests(WebStage stage)
{
    private const string Profession = "中学数学";
    private static readonly TimeSpan NetworkAway = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ClockStep = TimeSpan.FromSeconds(5);

    [Fact]
    public Task What_was_being_typed_is_there_when_the_page_was_closed_in_the_middle() =>
        stage.PlayAsync(async scene =>
        {
            var declarant = await BeginAsync(scene);
            var visitor = declarant.Visitor;
            await declarant.Professions.PressSequentiallyAsync(Profession);
            var edited = visitor.Page;

            await visitor.NewTabAsync(edited.Url);
            await edited.CloseAsync();

            await Expect(declarant.Professions).ToHaveValueAsync(Profession);
            await declarant.SavedAsync();
            await ServedAsync(declarant, "head.profession", Profession);
        });

    [Fact]
    public Task What_is_typed_without_a_network_is_sent_when_it_is_back() =>
        stage.PlayAsync(async scene =>
        {
            var declarant = await BeginAsync(scene);
            var visitor = declarant.Visitor;
            visitor.Troubles.ExpectBrokenNetwork();

            await visitor.Context.SetOfflineAsync(true);
            await declarant.Phones.FillAsync(Declarant.Phone);
            await declarant.Professions.FillAsync(Profession);
            await declarant.Professions.BlurAsync();
            await visitor.SeesAsync("网络不通");
            await visitor.PictureAsync("kept-offline");
            await visitor.Context.SetOfflineAsync(false);

            await declarant.SavedAsync();
            await ServedAsync(declarant, "head.phone", Declarant.Phone);
            await ServedAsync(declarant, "head.profession", Profession);
        });

    [Fact]
    public Task What_is_typed_is_sent_after_the_network_was_away_for_a_minute() =>
        stage.PlayAsync(async scene =>
        {
            var declarant = await BeginAsync(scene);
            var visitor = declarant.Visitor;
            visitor.Troubles.ExpectBrokenNetwork();
            // The minute is the page's own: its clock is turned on, and nobody waits for it.
            await visitor.Context.Clock.InstallAsync();
            await visitor.Page.ReloadAsync();
            await visitor.SeesAsync(declarant.Phones);

            await visitor.Context.SetOfflineAsync(true);
            await declarant.Professions.FillAsync(Profession);
            await declarant.Professions.BlurAsync();
            for (var away = TimeSpan.Zero; away < NetworkAway; away += ClockStep)
            {
                await visitor.SeesAsync("网络不通");
                await visitor.Page.Clock.RunForAsync((long)ClockStep.TotalMilliseconds);
            }

            await Expect(declarant.Professions).ToHaveValueAsync(Profession);
            await visitor.Context.SetOfflineAsync(false);
            await declarant.SavedAsync();
            await ServedAsync(declarant, "head.profession", Profession);
        });

    [Fact]
    public Task What_is_typed_after_the_session_has_ended_is_saved_after_the_next_sign_in() =>
        stage.PlayAsync(async scene =>
        {
            var declarant = await BeginAsync(scene);
            var visitor = declarant.Visitor;
            visitor.Troubles.Expect(400, 401);
            var address = visitor.Page.Url;
            await visitor.Context.ClearCookiesAsync();
            await visitor.Page.RouteAsync("**/api/**", route => route.FulfillAsync(new() { Status = 401 }));
            await visitor.Page.RouteAsync(
                "**/connect/token",
                route =>
                    route.FulfillAsync(
                        new()
                        {
                            Status = 400,
                            ContentType = "application/json",
                            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
                            Body = """{"error":"invalid_grant"}""",
                        }
                    )
            );

            await declarant.Professions.FillAsync(Profession);
            await declarant.Professions.BlurAsync();
            await visitor.SeesAsync("登录已过期");
            await visitor.PictureAsync("kept-expired");
            await visitor.Page.UnrouteAllAsync();
            await visitor.Button("重新登录").First.ClickAsync();
            await visitor.FillLoginAsync(declarant.Person.Account);

            await Expect(declarant.Professions).ToHaveValueAsync(Profession);
            await declarant.SavedAsync();
            visitor.Page.Url.ShouldBe(address);
            await ServedAsync(declarant, "head.profession", Profession);
        });

    [Fact]
    public Task What_is_typed_while_there_is_no_silo_is_saved_when_it_is_back() =>
        stage.PlayAsync(async scene =>
        {
            var declarant = await BeginAsync(scene);
            declarant.Visitor.Troubles.ExpectBrokenNetwork();

            await stage.WithoutSiloAsync(async () =>
            {
                await declarant.Professions.FillAsync(Profession);
                await declarant.Professions.BlurAsync();
                await declarant.Visitor.SeesAsync("已保存在本机");
                await declarant.Visitor.PictureAsync("kept-without-silo");
            });

            await declarant.SavedAsync();
            await ServedAsync(declarant, "head.profession", Profession);
        });

    [Fact]
    public Task Two_tabs_keep_both_what_was_typed_in_different_fields_and_offer_what_was_typed_in_the_same() =>
        stage.PlayAsync(async scene =>
        {
            var declarant = await BeginAsync(scene);
            var visitor = declarant.Visitor;
            var first = await visitor.NewTabAsync(visitor.Page.Url);
            var second = visitor.Page;
            await declarant.Professions.PressSequentiallyAsync("第二页填的");

            visitor.TurnTo(first);
            await declarant.Phones.FillAsync(Declarant.Phone);
            await declarant.Professions.FillAsync("第一页填的");
            await declarant.Professions.BlurAsync();
            await declarant.SavedAsync();
            visitor.TurnTo(second);
            await declarant.Professions.PressSequentiallyAsync("专业");
            await declarant.Professions.BlurAsync();
            await declarant.SavedAsync();

            await Expect(declarant.Professions).ToHaveValueAsync("第二页填的专业");
            await visitor.SeesAsync("另一处填写的是：“第一页填的”");
            await Expect(declarant.Phones).ToHaveValueAsync(Declarant.Phone);
            await ServedAsync(declarant, "head.profession", "第二页填的专业");
            await ServedAsync(declarant, "head.phone", Declarant.Phone);
        });

    [Fact]
    public Task A_file_whose_upload_breaks_off_is_sent_when_asked_again() =>
        stage.PlayAsync(async scene =>
        {
            var person = await scene.PersonAsync(scene.Town.School);
            var id = await scene.Shortcuts.DraftAsync(person);
            var declarant = await Declarant.ComeAsync(scene, Look.Desktop, person);
            var visitor = declarant.Visitor;
            var year = Shortcuts.YearsOf(person)[^1];
            await visitor.Link("继续填写").ClickAsync();
            await declarant.GoToStepAsync("年度明细", "Items");
            await declarant.BeginItemAsync();
            await declarant.FillItemAsync(year, "8");
            await declarant.SaveItemAsync();
            await declarant.GoToStepAsync("上传附件", "Evidence");
            visitor.Troubles.ExpectBrokenNetwork();
            var blobs = $"{stage.Blobs.GetLeftPart(UriPartial.Authority)}/**";
            await visitor.Page.RouteAsync(blobs, route => route.AbortAsync("connectionreset"));
            var file = EvidenceFiles.Certificate(person, year, "8");
            var retry = visitor.Button($"重试：{file.Name}");

            await visitor
                .Page.GetByTestId($"upload-{year}")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = file.Name,
                        MimeType = file.ContentType,
                        Buffer = file.Bytes,
                    }
                );
            await visitor.SeesAsync(retry);
            await visitor.Page.UnrouteAllAsync();
            await retry.ClickAsync();

            await visitor.SeesAsync(visitor.Button($"删除：{file.Name}"));
            id.ShouldBe(Declarant.IdIn(visitor.Page.Url));
        });

    private static async Task<Declarant> BeginAsync(Scene scene)
    {
        var declarant = await Declarant.ComeAsync(scene, Look.Desktop, await scene.PersonAsync(scene.Town.School));
        await declarant.NewAsync();
        await declarant.SavedAsync();
        return declarant;
    }

    private async Task ServedAsync(Declarant declarant, string member, string value)
    {
        var id = Declarant.IdIn(declarant.Visitor.Page.Url);
        var draft = await stage
            .Accounts.Of(declarant.Person.Account)
            .GetAsync($"/api/declarations/{id}", CancellationToken.None);
        draft.Required().Text(member).ShouldBe(value);
    }
}
