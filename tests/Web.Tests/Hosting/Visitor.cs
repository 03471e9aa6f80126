using System.Text.Json;
using System.Text.RegularExpressions;
using CeActors.Local.Identity;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CeActors.Web.Tests.Hosting;

/// <summary>One person at one browser: finds things by role and label, as a person does.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    private readonly WebStage _stage;
    private readonly int _number;

    private Visitor(WebStage stage, Look look, int number, IBrowserContext context, IPage page)
    {
        _stage = stage;
        _number = number;
        Look = look;
        Context = context;
        Page = page;
        Troubles = new Troubles(stage.Front, stage.Identity, stage.Blobs);
    }

    /// <summary>How they see the client.</summary>
    public Look Look { get; }

    /// <summary>Their browser's storage and cookies.</summary>
    public IBrowserContext Context { get; }

    /// <summary>The page they look at.</summary>
    public IPage Page { get; private set; }

    /// <summary>What went wrong in their pages.</summary>
    public Troubles Troubles { get; }

    /// <summary>Opens a browser with an empty page.</summary>
    public static async Task<Visitor> ComeAsync(WebStage stage, Look look, int number)
    {
        var context = await stage.Browser.NewContextAsync(
            new()
            {
                BaseURL = stage.Front.ToString(),
                ViewportSize = new() { Width = look.Width, Height = look.Height },
                Locale = look.Locale,
                TimezoneId = "Asia/Shanghai",
                HasTouch = look.IsPhone,
                ReducedMotion = ReducedMotion.Reduce,
                StorageState = Chosen(stage, look),
            }
        );
        context.SetDefaultTimeout(WebStage.PatienceMilliseconds);
        var page = await context.NewPageAsync();
        var visitor = new Visitor(stage, look, number, context, page);
        visitor.Troubles.Watch(context);
        return visitor;
    }

    /// <summary>Opens an address of the client.</summary>
    public Task OpenAsync(string path) => Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });

    /// <summary>Opens an address, signs in on the identity provider's own page and is back.</summary>
    public async Task SignInAsync(string account, string path)
    {
        await OpenAsync(path);
        await FillLoginAsync(account);
    }

    /// <summary>Fills in the identity provider's page, which is shown or about to be, and is back at the client.</summary>
    public async Task FillLoginAsync(string account)
    {
        await Page.Locator("#username").FillAsync(account);
        await Page.Locator("#password").FillAsync(Account.Password);
        await Page.Locator("button[type=submit]").ClickAsync();
        // Looked at again and again: the client goes on from /signed-in by itself, which is no navigation that one could wait for.
        await Expect(Page).ToHaveURLAsync(new Regex($"^{Regex.Escape(_stage.Front.ToString())}(?!.*code=)"));
    }

    /// <summary>Another tab of the same browser, which is looked at from now on.</summary>
    public async Task<IPage> NewTabAsync(string path)
    {
        var former = Page;
        Page = await Context.NewPageAsync();
        await OpenAsync(path);
        return former;
    }

    /// <summary>Looks at this tab from now on.</summary>
    public void TurnTo(IPage page) => Page = page;

    /// <summary>A button by its label, which Ant Design may write with a space between two characters.</summary>
    public ILocator Button(string label, ILocator? within = null) => ByRole(AriaRole.Button, label, within);

    /// <summary>A link by its label.</summary>
    public ILocator Link(string label, ILocator? within = null) => ByRole(AriaRole.Link, label, within);

    /// <summary>A field by its label.</summary>
    public ILocator Field(string label, ILocator? within = null) =>
        within is null
            ? Page.GetByLabel(label, new() { Exact = true })
            : within.GetByLabel(label, new() { Exact = true });

    /// <summary>The dialog that is open.</summary>
    public ILocator Dialog() => Page.GetByRole(AriaRole.Dialog).Last;

    /// <summary>Text on the page.</summary>
    public ILocator Text(string text) => Page.GetByText(text).First;

    /// <summary>Waits until this is seen.</summary>
    public Task SeesAsync(ILocator locator) => Expect(locator).ToBeVisibleAsync();

    /// <summary>Waits until this text is seen.</summary>
    public Task SeesAsync(string text) => Expect(Text(text)).ToBeVisibleAsync();

    /// <summary>A picture of the whole page, pages and what went wrong, in this folder.</summary>
    public async Task LeaveEvidenceAsync(string folder)
    {
        List<string> lines = [Look.ToString(), .. Troubles.All];
        foreach (var (page, index) in Context.Pages.Select((page, index) => (page, index)))
        {
            var stem = Path.Combine(folder, $"{_number}-{index}");
            lines.Add(page.Url);
            try
            {
                await page.ScreenshotAsync(
                    new()
                    {
                        Path = stem + ".png",
                        FullPage = true,
                        Timeout = 10_000,
                    }
                );
                await File.WriteAllTextAsync(stem + ".html", await page.ContentAsync());
            }
            catch (PlaywrightException failure)
            {
                lines.Add($"no picture: {failure.Message}");
            }
        }

        await File.WriteAllLinesAsync(Path.Combine(folder, $"{_number}.txt"), lines);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Context.DisposeAsync();

    // What the buttons of the header would have kept here at an earlier visit.
    private static string Chosen(WebStage stage, Look look)
    {
        object[] choices =
        [
            new { name = "ceactors.language", value = look.Language },
            new { name = "ceactors.large-text", value = look.IsLargeText ? "1" : "0" },
        ];
        var origin = new { origin = stage.Front.GetLeftPart(UriPartial.Authority), localStorage = choices };
        return JsonSerializer.Serialize(new { cookies = Array.Empty<object>(), origins = (object[])[origin] });
    }

    private ILocator ByRole(AriaRole role, string label, ILocator? within)
    {
        var spaced = new Regex(
            "(^|\\s)" + string.Join("\\s*", label.Select(letter => Regex.Escape($"{letter}"))) + "\\s*$"
        );
        return within is null
            ? Page.GetByRole(role, new() { NameRegex = spaced })
            : within.GetByRole(role, new() { NameRegex = spaced });
    }
}
