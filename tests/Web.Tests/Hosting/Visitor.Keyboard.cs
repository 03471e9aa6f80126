using Microsoft.Playwright;
using Shouldly;

namespace CeActors.Web.Tests.Hosting;

public sealed partial class Visitor
{
    /// <summary>Presses of Tab within which everything of a page can be reached.</summary>
    private const int TabsMax = 120;

    private const string HasFocus = "element => element === document.activeElement";

    /// <summary>Goes there with Tab and presses a key.</summary>
    /// <exception cref="ShouldAssertException">Tab does not lead there.</exception>
    public async Task PressAsync(ILocator target, string key)
    {
        await ReachAsync(target);
        await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes there with Tab and types.</summary>
    /// <exception cref="ShouldAssertException">Tab does not lead there.</exception>
    public async Task TypeAsync(ILocator target, string text)
    {
        await ReachAsync(target);
        await Page.Keyboard.TypeAsync(text);
    }

    private async Task ReachAsync(ILocator target)
    {
        await target.WaitForAsync();
        for (var tab = 0; tab < TabsMax; tab++)
        {
            if (await target.EvaluateAsync<bool>(HasFocus))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        false.ShouldBeTrue($"Tab does not lead to {target}.");
    }
}
