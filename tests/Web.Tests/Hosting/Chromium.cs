using Microsoft.Playwright;

namespace CeActors.Web.Tests.Hosting;

/// <summary>The one browser of all tests: Debian's Chromium, or another by <see cref="PathVariable"/>.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>Environment variable with the path of a Chromium, Chrome or Edge.</summary>
    public const string PathVariable = "CEACTORS_CHROMIUM";

    private static readonly string[] UsualPaths =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    // Without a sandbox, because the tests may run as root; without anything that asks the network.
    private static readonly string[] Habits =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
    ];

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        Browser = browser;
    }

    /// <summary>The running browser.</summary>
    public IBrowser Browser { get; }

    /// <summary>Starts it.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = FindPath(),
                Args = Habits,
                Headless = true,
            }
        );
        return new Chromium(playwright, browser);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string FindPath()
    {
        var wanted = Environment.GetEnvironmentVariable(PathVariable);
        var found =
            wanted is null ? Array.Find(UsualPaths, File.Exists)
            : File.Exists(wanted) ? wanted
            : null;
        return found
            ?? throw new InvalidOperationException(
                $"The browser tests need Chromium ({wanted ?? "looked at the usual places"}): install it (Debian: apt-get install chromium) or set {PathVariable} to its path."
            );
    }
}
