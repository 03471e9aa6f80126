using CeActors.Web.Tests.Hands;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CeActors.Web.Tests.Review;

/// <summary>Who may act for a unit is changed in its portal, and holds at once.</summary>
[Collection(WebCollection.Name)]
public sealed class MemberTests(WebStage stage)
{
    private const string NotThere = "没有找到这份申报";

    [Fact]
    public Task A_member_who_is_added_reviews_and_one_who_is_removed_does_no_longer() =>
        stage.PlayAsync(async scene =>
        {
            var school = scene.Town.School;
            var newcomer = await scene.PersonAsync(school);
            var me = await stage.Accounts.Of(newcomer.Account).GetAsync("/api/me", CancellationToken.None);
            var personId = me.Required().Text("personId");
            var administrator = await Reviewer.ComeAsync(scene, Look.Desktop, school);
            var visitor = administrator.Visitor;
            await administrator.GoToAsync("本单位成员", "Members of the unit", "members");
            var line = visitor.Page.Locator(".member").Filter(new() { HasText = personId });

            await AddAsync(visitor, personId, newcomer.Name);
            await visitor.SeesAsync(line);
            await visitor.PictureAsync("unit-11-member-added");
            // Comes at once, and may be told for some seconds that it is not their unit: the page finds out by itself.
            var reviewer = await Reviewer.ComeAsync(scene, Look.Desktop, school, newcomer.Account);
            var id = await scene.Shortcuts.SubmitAsync(await scene.PersonAsync(school));
            await reviewer.OpenAsync(id);
            await reviewer.Visitor.SeesAsync(reviewer.Decision("审核通过"));

            reviewer.Visitor.Troubles.Expect(403, 404);
            await visitor.Button($"移除 {newcomer.Name}", line).ClickAsync();
            await visitor.Button("移除", visitor.Page.Locator(".ant-popconfirm")).ClickAsync();
            await Expect(line).ToHaveCountAsync(0);
            var dialog = await reviewer.BeginReturnAsync();
            await dialog.GetByRole(AriaRole.Textbox).First.FillAsync("缺少证明材料");
            await reviewer.Visitor.Button("审核不通过", dialog).ClickAsync();

            await reviewer.Visitor.SeesAsync(NotThere);
        });

    private static async Task AddAsync(Visitor visitor, string personId, string name)
    {
        await visitor.Button("添加成员").ClickAsync();
        var dialog = visitor.Dialog();
        await visitor.Field("人员编号", dialog).FillAsync(personId);
        await visitor.Field("姓名", dialog).FillAsync(name);
        await dialog.GetByText("审核人员", new() { Exact = true }).ClickAsync();
        await visitor.Button("保存", dialog).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }
}
