using System.Globalization;
using CeActors.Functions.Http;

namespace CeActors.Functions.Admission;

/// <summary>
/// Refusals of the admission: all 429, because nothing was done and coming back later helps. The seconds vary, so that those who
/// were refused together do not come back together.
/// </summary>
internal static class AdmissionProblems
{
    /// <summary>Soonest and latest, in seconds, that somebody is asked to come back to a full service.</summary>
    public const int FullLeastSeconds = 2;

    /// <inheritdoc cref="FullLeastSeconds" />
    public const int FullMostSeconds = 6;

    /// <summary>Seconds, at most, that are added to the time after which a caller's bound has room again.</summary>
    public const int JitterSeconds = 2;

    /// <summary>Everything that this front lets in is taken, or a silo shed the call; it was not carried out.</summary>
    public static FrontProblem Overloaded() =>
        Full(
            "overloaded",
            "当前办理的人较多，请稍后再试；没有任何更改，已填写的内容不会丢失。",
            "Too many requests are under way; try again shortly. Nothing was changed, and nothing that was typed is lost."
        );

    /// <summary>One unit has all that one unit may have.</summary>
    public static FrontProblem UnitBusy() =>
        Full(
            "unit-busy",
            "该单位当前办理的人较多，请稍后再试；没有任何更改。",
            "Too many requests of this unit are under way; try again shortly. Nothing was changed."
        );

    /// <summary>The caller has too many requests under way.</summary>
    public static FrontProblem TooManyAtOnce() => AskedTooOften(TimeSpan.FromSeconds(1));

    /// <summary>The caller, or their address, has asked too often.</summary>
    /// <param name="wait">When there is room again.</param>
    public static FrontProblem AskedTooOften(TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) + Random.Shared.Next(JitterSeconds + 1);
        var text = seconds.ToString(CultureInfo.InvariantCulture);
        return TooMany(
            "asked-too-often",
            $"请求过于频繁，请在 {text} 秒后再试；没有任何更改。",
            $"Too many requests from you or your address; try again in {text} seconds. Nothing was changed.",
            seconds
        );
    }

    private static FrontProblem Full(string code, string chinese, string english) =>
        TooMany(code, chinese, english, Random.Shared.Next(FullLeastSeconds, FullMostSeconds + 1));

    private static FrontProblem TooMany(string code, string chinese, string english, int seconds) =>
        FrontProblem.Of(StatusCodes.Status429TooManyRequests, code, chinese, english) with
        {
            RetryAfterSeconds = seconds,
        };
}
