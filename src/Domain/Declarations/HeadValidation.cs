using System.Globalization;
using CeActors.Domain.Rules;

namespace CeActors.Domain.Declarations;

/// <summary>The head of a draft against the rules.</summary>
internal static class HeadValidation
{
    private const int EmailLengthMax = 254;
    private const int MobileDigits = 11;

    /// <returns>The span when both years are right; null otherwise, and then items are held to the rules' span alone.</returns>
    public static YearRange? Check(DraftHead head, RuleSet rules, ProblemList problems)
    {
        foreach (var field in rules.RequiredOfHead)
        {
            if (!field.IsFilled(head))
                problems.Add(
                    DraftProblems.RequiredHead(field.Name, field.Chinese, field.English, rules.RequiredFields.Citation)
                );
        }

        if (IsFilled(head.Phone) && !IsPhone(head.Phone.AsSpan().Trim()))
            problems.Add(DraftProblems.PhoneMalformed("/head/phone"));
        if (IsFilled(head.Email) && !IsEmail(head.Email.AsSpan().Trim()))
            problems.Add(DraftProblems.EmailMalformed("/head/email"));
        if (IsFilled(head.TitleLevel) && !TitleLevels.All.Contains(head.TitleLevel))
            problems.Add(DraftProblems.TitleLevelUnknown("/head/titleLevel"));
        return CheckSpan(head, rules, problems);
    }

    private static YearRange? CheckSpan(DraftHead head, RuleSet rules, ProblemList problems)
    {
        var from = CheckYear("/head/spanFromYear", head.SpanFromYear, rules, problems);
        var to = CheckYear("/head/spanToYear", head.SpanToYear, rules, problems);
        if (from is null || to is null)
            return null;
        if (from <= to)
            return new YearRange(from.Value, to.Value);
        problems.Add(DraftProblems.SpanReversed("/head/spanToYear"));
        return null;
    }

    private static int? CheckYear(string path, string? text, RuleSet rules, ProblemList problems)
    {
        if (!IsFilled(text))
            return null;
        var digits = text.AsSpan().Trim();
        if (digits.Length != 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            problems.Add(DraftProblems.YearMalformed(path));
            return null;
        }

        if (rules.Span.Value.Contains(year))
            return year;
        problems.Add(DraftProblems.YearOutsideRules(path, rules.Span.Value, rules.Span.Citation));
        return null;
    }

    private static bool IsFilled([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? text) =>
        !string.IsNullOrWhiteSpace(text);

    /// <summary>A mainland mobile number, with +86 or without, or a landline with its area code.</summary>
    internal static bool IsPhone(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("+86"))
            text = text[3..].TrimStart(" -");
        if (text is ['1', >= '3' and <= '9', ..])
            return text.Length == MobileDigits && AreDigits(text);
        if (text is not ['0', ..])
            return false;
        var hyphen = text.IndexOf('-');
        if (hyphen < 0)
            return text.Length is >= 10 and <= 12 && AreDigits(text);
        var area = text[..hyphen];
        var number = text[(hyphen + 1)..];
        return area.Length is 3 or 4 && number.Length is 7 or 8 && AreDigits(area) && AreDigits(number);
    }

    /// <summary>One at-sign with something before it and a dotted name after it; whether mail arrives only mail can tell.</summary>
    internal static bool IsEmail(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        if (text.Length > EmailLengthMax || at <= 0 || text.LastIndexOf('@') != at)
            return false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
                return false;
        }

        var host = text[(at + 1)..];
        var dot = host.LastIndexOf('.');
        return dot > 0 && dot < host.Length - 1 && host.IndexOf("..") < 0;
    }

    private static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
                return false;
        }

        return true;
    }
}
