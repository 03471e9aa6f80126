using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace CeActors.Web.Tests.Speed;

/// <summary>What comes over the wire at first.</summary>
[Collection(WebCollection.Name)]
public sealed class FirstLoadTests(WebStage stage, ITestOutputHelper output)
{
    private const double FirstLoadBytesMax = 450 * 1024;

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
}
