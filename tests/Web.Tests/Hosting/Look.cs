namespace CeActors.Web.Tests.Hosting;

/// <summary>How a visitor sees the client.</summary>
/// <param name="Width">Width of the window in pixels: <see cref="DesktopWidth"/> or <see cref="PhoneWidth"/>.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="IsLargeText">Whether the large-text mode is on.</param>
public sealed record Look(int Width, string Language, bool IsLargeText = false)
{
    /// <summary>A desktop's window.</summary>
    public const int DesktopWidth = 1280;

    /// <summary>A phone's.</summary>
    public const int PhoneWidth = 375;

    private const int DesktopHeight = 900;
    private const int PhoneHeight = 812;

    /// <summary>The usual one: Chinese on a desktop.</summary>
    public static readonly Look Desktop = new(DesktopWidth, "zh");

    /// <summary>Chinese on a phone.</summary>
    public static readonly Look Phone = new(PhoneWidth, "zh");

    /// <summary>English on a desktop.</summary>
    public static readonly Look English = new(DesktopWidth, "en");

    /// <summary>Every pair of width, language and text size at least once.</summary>
    public static readonly Look[] Pairwise =
    [
        new(DesktopWidth, "zh", IsLargeText: true),
        new(PhoneWidth, "zh"),
        new(DesktopWidth, "en"),
        new(PhoneWidth, "en", IsLargeText: true),
    ];

    /// <summary>Whether the window is a phone's.</summary>
    public bool IsPhone => Width == PhoneWidth;

    /// <summary>Height of the window.</summary>
    public int Height => IsPhone ? PhoneHeight : DesktopHeight;

    /// <summary>What the browser says it prefers.</summary>
    public string Locale => Language == "zh" ? "zh-CN" : "en-US";

    /// <summary>One of the two, by the language.</summary>
    public string Say(string chinese, string english) => Language == "zh" ? chinese : english;

    /// <inheritdoc />
    public override string ToString() => $"{Width}-{Language}{(IsLargeText ? "-large" : "")}";
}
