using CeActors.Local.Province;
using CeActors.Web.Tests.Hands;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace CeActors.Web.Tests.Speed;

/// <summary>What comes over the wire at first, and what only when it is needed.</summary>
[Collection(WebCollection.Name)]
public sealed class FirstLoadTests(WebStage stage, ITestOutputHelper output)
{
    private const double FirstLoadBytesMax = 450 * 1024;

    // The chunk that web/src/components/Chart.tsx becomes.
    private const string Charts = "/Chart-";

    // And web/src/review/PdfStage.tsx.
    private const string Papers = "/PdfStage-";

    [Fact]
    public Task The_first_page_of_anybody_comes_with_at_most_450_kilobytes() =>
        stage.PlayAsync(async scene =>
        {
            var visitor = await scene.VisitorAsync(Look.Phone);
            var wire = await Wire.WatchAsync(visitor.Page);

            await visitor.OpenAsync("/verify");
            await visitor.Page.GetByRole(AriaRole.Textbox).First.WaitForAsync();
            await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

            output.WriteLine($"verifier: {wire.Bytes / 1024:0} KB\n{wire}");
            wire.Bytes.ShouldBeLessThanOrEqualTo(FirstLoadBytesMax, wire.ToString());
        });

    [Fact]
    public Task A_portal_comes_when_it_is_opened_and_the_charts_when_they_are_seen() =>
        stage.PlayAsync(async scene =>
        {
            // Something to draw.
            await scene.Shortcuts.ToAgencyAsync(await scene.PersonAsync(scene.Town.School));
            var visitor = await scene.VisitorAsync(Look.Desktop);
            var wire = await Wire.WatchAsync(visitor.Page);
            await visitor.OpenAsync("/verify");
            await visitor.Page.GetByRole(AriaRole.Textbox).First.WaitForAsync();
            await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var first = wire.Files.Select(file => file.Path).ToHashSet();

            await visitor.SignInAsync(scene.Town.Agency.Account, $"/agencies/{scene.Town.Agency.Code}");
            await visitor.SeesAsync(visitor.Button("查询"));
            var portal = wire.Files.Select(file => file.Path).Except(first).ToHashSet();
            portal.ShouldNotBeEmpty();
            portal.ShouldNotContain(path => path.Contains(Charts));
            output.WriteLine($"with the agency's portal: {wire.Bytes / 1024:0} KB\n{wire}");

            await visitor.OpenAsync($"/agencies/{scene.Town.Agency.Code}/overview");
            await visitor.Page.Locator(".counted-drawing svg").First.WaitForAsync();
            output.WriteLine($"with charts: {wire.Bytes / 1024:0} KB\n{wire}");
            wire.Files.ShouldContain(file => file.Path.Contains(Charts));
        });

    [Fact]
    public Task The_viewer_of_papers_comes_with_the_first_paper_that_is_looked_at() =>
        stage.PlayAsync(async scene =>
        {
            var person = await scene.PersonAsync(scene.Town.School);
            await scene.Shortcuts.DraftAsync(person);
            var declarant = await Declarant.ComeAsync(scene, Look.Desktop, person);
            var (visitor, year) = (declarant.Visitor, Shortcuts.YearsOf(person)[^1]);
            var wire = await Wire.WatchAsync(visitor.Page);
            var paper = EvidenceFiles.Certificate(person, year, "8");
            await visitor.Link("继续填写").ClickAsync();
            await declarant.GoToStepAsync("年度明细", "Items");
            await declarant.BeginItemAsync();
            await declarant.FillItemAsync(year, "8");
            await declarant.SaveItemAsync();
            await declarant.GoToStepAsync("上传附件", "Evidence");
            await declarant.UploadAsync(year, paper);
            wire.Files.ShouldNotContain(file => file.Path.Contains(Papers));

            await visitor.Button($"预览：{paper.Name}").ClickAsync();
            await visitor.SeesAsync(visitor.Dialog().Locator("canvas").First);

            wire.Files.ShouldContain(file => file.Path.Contains(Papers));
        });
}
