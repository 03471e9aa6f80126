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
}
