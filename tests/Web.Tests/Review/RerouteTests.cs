using CeActors.Web.Tests.Hands;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CeActors.Web.Tests.Review;

/// <summary>What came to the wrong superior goes on to the right one.</summary>
[Collection(WebCollection.Name)]
public sealed class RerouteTests(WebStage stage)
{
    private const string Reason = "该单位职称工作由上级主管部门统一办理。";

    [Theory]
    [InlineData(Look.DesktopWidth, "zh")]
    [InlineData(Look.PhoneWidth, "en")]
    public Task What_came_to_the_wrong_unit_is_sent_to_another_that_could_have_been_chosen(
        int width,
        string language
    ) =>
        stage.PlayAsync(
            async scene =>
            {
                var look = new Look(width, language);
                var town = scene.Town;
                var person = await scene.PersonAsync(town.Branch);
                var id = await scene.Shortcuts.SubmitAsync(person);
                var employer = await Reviewer.ComeAsync(scene, look, town.Branch);
                await employer.OpenAsync(id);
                await employer.PassAsync(person.Name, town.Institution);

                var wrong = await Reviewer.ComeAsync(scene, look, town.Institution);
                await wrong.OpenAsync(id);
                await RerouteAsync(wrong, person.Name, town.Office.Name);

                await wrong.GoToQueueAsync();
                await wrong.Visitor.SeesAsync(wrong.Visitor.Button(look.Say("查询", "Search")));
                await Expect(wrong.Row(id)).ToHaveCountAsync(0);
                var right = await Reviewer.ComeAsync(scene, look, town.Office);
                await right.OpenAsync(id);
                await right.Visitor.SeesAsync(Reason);
                await right.Visitor.StepAsync("department-04-rerouted");
                await right.PassAsync(person.Name, town.Agency);
            },
            $"reroute-{width}-{language}"
        );

    private static async Task RerouteAsync(Reviewer reviewer, string personName, string nextUnitName)
    {
        var (visitor, look) = (reviewer.Visitor, reviewer.Visitor.Look);
        var label = look.Say("改派", "Re-route");
        await reviewer.Decision(label).ClickAsync();
        var dialog = visitor.Dialog();
        await visitor.SeesAsync(dialog.GetByRole(AriaRole.Radio).First);

        // Neither chosen nor explained: both are asked for, and nothing is sent.
        await visitor.Button(label, dialog).ClickAsync();
        await visitor.SeesAsync(dialog.GetByText(look.Say("请填写改派原因", "Say why it is re-routed")));
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveCountAsync(2);
        await visitor.StepAsync("department-05-reroute-missing", isWhole: false);

        await dialog.GetByText(nextUnitName, new() { Exact = true }).ClickAsync();
        await dialog.GetByRole(AriaRole.Textbox).Last.FillAsync(Reason);
        await visitor.Button(label, dialog).ClickAsync();
        await reviewer.NoticedAsync(look.Say("改派", "Re-routed"), personName);
    }
}
