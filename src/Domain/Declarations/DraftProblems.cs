using CeActors.Domain.Rules;

namespace CeActors.Domain.Declarations;

/// <summary>Every problem of a draft or of a command's values, in both languages; each says how to mend it.</summary>
internal static partial class DraftProblems
{
    public static Problem RequiredHead(string name, string chinese, string english, string rule) =>
        name == "promisesTruth"
            ? new(
                "/head/promisesTruth",
                "promise-missing",
                "请阅读并勾选“本人承诺以上信息属实”。",
                "Read and tick the promise that what you declare is true.",
                rule
            )
            : new($"/head/{name}", "required", $"请填写{chinese}。", $"Fill in the {english}.", rule);

    public static Problem RequiredItem(string path, string name, string chinese, string english, string rule) =>
        new($"{path}/{name}", "required", $"请填写{chinese}。", $"Fill in the {english}.", rule);

    public static Problem PhoneMalformed(string path) =>
        new(
            path,
            "phone-malformed",
            "电话格式不正确，请填写11位手机号，或带区号的固定电话（如0731-12345678）。",
            "The phone number is malformed: give an 11-digit mobile number, or a landline with its area code, such as 0731-12345678."
        );

    public static Problem EmailMalformed(string path) =>
        new(
            path,
            "email-malformed",
            "邮箱格式不正确，请填写形如name@example.com的地址。",
            "The e-mail address is malformed: write it like name@example.com."
        );

    public static Problem TitleLevelUnknown(string path) =>
        new(
            path,
            "title-level-unknown",
            "职称级别不在可选范围内，请从列表中选择（正高、副高、中级、初级、无）。",
            $"The level of the title is none of the list: choose one of {string.Join(", ", TitleLevels.All)}."
        );

    public static Problem YearMalformed(string path) =>
        new(
            path,
            "year-malformed",
            "年度应为四位数字，如2024，请改正。",
            "A year has four digits, such as 2024: correct it."
        );

    public static Problem YearOutsideRules(string path, YearRange span, string rule) =>
        new(
            path,
            "year-outside-rules",
            $"年度不在可申报的{span.From}至{span.To}年度之内，请改为其中的年度。",
            $"The year cannot be filed now: choose one from {span.From} to {span.To}.",
            rule
        );

    public static Problem SpanReversed(string path) =>
        new(
            path,
            "span-reversed",
            "截止年度早于起始年度，请对调或改正。",
            "The last year is before the first: swap or correct them."
        );

    public static Problem YearOutsideSpan(string path, int from, int to) =>
        new(
            path,
            "year-outside-span",
            $"申报年度不在本次核认跨度{from}至{to}年度之内，请修改年度或跨度。",
            $"The year is outside this declaration's span, {from} to {to}: change the year or the span."
        );

    public static Problem NothingDeclared() =>
        new(
            "/items",
            "nothing-declared",
            "申报没有任何学时，请新增明细或确认培训平台的学时。",
            "Nothing is declared: add an item or confirm hours of the training platform."
        );

    public static Problem YearRecognised(int year) =>
        new(
            $"/years/{year}",
            "year-recognised",
            $"{year}年度已经核认，不再重复申报；请删除该年度的明细和平台学时。",
            $"The year {year} is recognised already and is not filed again: remove its items and records."
        );

    public static Problem ReasonMissing(string path) =>
        new(
            path,
            "reason-missing",
            "必须说明原因，请填写后重试。",
            "A reason is mandatory: say why, so that the other side knows what to do."
        );

    public static Problem ReturnItemUnknown(string path) =>
        new(
            path,
            "item-unknown",
            "申报中没有这条明细，请刷新页面后重新选择。",
            "The declaration has no such item: reload and choose again."
        );

    public static Problem ReturnItemsMax(string path) =>
        new(
            path,
            "return-items-max",
            $"一次最多指出{DeclarationLimits.ReturnItemsMax}条明细，其余请在原因中说明。",
            $"A return names at most {DeclarationLimits.ReturnItemsMax} items: tell of the others in the reason."
        );
}
