namespace CeActors.Domain;

/// <summary>What any typed text must keep to, drafts included: beyond it the text cannot be stored or shown as it was typed.</summary>
internal static class TextRules
{
    /// <summary>Null when it is right or absent.</summary>
    public static Problem? Check(string path, string? text, int lengthMax)
    {
        if (text is null)
            return null;
        if (text.Length > lengthMax)
            return new Problem(
                path,
                "text-too-long",
                $"内容过长，请缩短到{lengthMax}个字符以内。",
                $"The text is too long: shorten it to at most {lengthMax} characters."
            );
        return IsStorable(text)
            ? null
            : new Problem(
                path,
                "text-malformed",
                "内容含有无法保存的字符，请删除控制字符或损坏的字符后重试。",
                "The text holds characters that cannot be kept: remove control or broken characters."
            );
    }

    /// <summary>As <see cref="Check"/>, and it must say something.</summary>
    public static Problem? CheckFilled(string path, string? text, int lengthMax) =>
        string.IsNullOrWhiteSpace(text)
            ? new Problem(
                path,
                "required",
                "此项必须填写，请填写后重试。",
                "This must be filled in: write it and try again."
            )
            : Check(path, text, lengthMax);

    private static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
                return false;
            if (!char.IsSurrogate(character))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(character, text[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
