using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CeActors.Web.Tests.Access;

/// <summary>What is printed is the page's content and nothing of what surrounds it on the screen.</summary>
[Collection(WebCollection.Name)]
public sealed class PrintTests(WebStage stage)
{
    [Fact]
    public Task On_paper_stands_the_declaration_without_header_navigation_and_buttons() =>
        stage.PlayAsync(async scene =>
        {
            var person = await scene.PersonAsync(scene.Town.School);
            var id = await scene.Shortcuts.SubmitAsync(person);
            var visitor = await scene.SignedInAsync(Look.Desktop, person.Account, $"/individual/declarations/{id}");
            var page = visitor.Page;
            await visitor.SeesAsync(visitor.Button("打印"));
            await visitor.SeesAsync(visitor.Button("撤销"));

            await page.EmulateMediaAsync(new() { Media = Media.Print });

            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "申报详情" })).ToBeVisibleAsync();
            await visitor.SeesAsync(person.Name);
            await Expect(page.Locator("header.shell-header")).ToBeHiddenAsync();
            await Expect(page.Locator("nav.portal-navigation")).ToBeHiddenAsync();
            await Expect(visitor.Button("打印")).ToBeHiddenAsync();
            await Expect(visitor.Button("撤销")).ToBeHiddenAsync();
        });
}
