using CeActors.Domain.Hours;
using CeActors.Domain.Rules;

namespace CeActors.Domain.Declarations;

/// <summary>Every problem of a draft or of a command's values, in both languages; each says how to mend it.</summary>
internal static class DraftProblems
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

    public static Problem SubjectUnknown(string path) =>
        new(
            path,
            "subject-unknown",
            "科目类别只能是公需科目（general）或专业科目（professional），请重新选择。",
            "The subject is either general or professional: choose one of the two."
        );

    public static Problem ActivityTypeUnknown(string path, string rule) =>
        new(
            path,
            "activity-type-unknown",
            "学习形式不在可选范围内，请从列表中选择。",
            "The form of learning is not on the list: choose one that is.",
            rule
        );

    public static Problem DateMalformed(string path) =>
        new(
            path,
            "date-malformed",
            "日期不存在或格式不正确，请按“年-月-日”填写，如2024-05-31。",
            "This is no date: write it as year-month-day, such as 2024-05-31."
        );

    public static Problem DateOutsideYear(string path, int year) =>
        new(
            path,
            "date-outside-year",
            $"日期不在申报年度{year}年之内，请改正日期或年度。",
            $"The date is not in the declared year {year}: correct the date or the year."
        );

    public static Problem DateInFuture(string path) =>
        new(
            path,
            "date-in-future",
            "日期晚于今天，学习完成后才能申报，请改正日期。",
            "The date is after today: only what is completed can be declared, so correct the date."
        );

    public static Problem DatesReversed(string path) =>
        new(
            path,
            "dates-reversed",
            "结束日期早于开始日期，请对调或改正。",
            "The last day is before the first: swap or correct them."
        );

    public static Problem HoursWrong(string path, HoursReading reading) =>
        reading switch
        {
            HoursReading.Negative => new(
                path,
                "hours-negative",
                "学时不能为负数，请填写大于0的学时。",
                "Hours cannot be negative: give more than 0."
            ),
            HoursReading.NotQuarter => new(
                path,
                "hours-not-quarter",
                "学时应为0.25的整数倍，如12、12.25、12.5，请改正。",
                "Hours come in quarters, such as 12, 12.25 or 12.5: correct the number."
            ),
            HoursReading.TooLarge => new(
                path,
                "hours-too-large",
                "学时数值过大，请核对后改正。",
                "So many hours cannot be: check the number."
            ),
            _ => new(
                path,
                "hours-malformed",
                "学时应为数字，如12或12.5，请改正。",
                "Hours are a number, such as 12 or 12.5: correct it."
            ),
        };

    public static Problem HoursZero(string path) =>
        new(
            path,
            "hours-zero",
            "学时必须大于0，请填写实际学时或删除此条明细。",
            "Hours must be more than 0: give the real number or remove the item."
        );

    public static Problem HoursOverItem(string path, RuleValue<CreditHours> max) =>
        new(
            path,
            "hours-over-item-max",
            $"单条明细不能超过{max.Value}学时，请核对，或按实际活动分条填写。",
            $"One item can claim at most {max.Value} hours: check the number, or give each activity its own item.",
            max.Citation
        );

    public static Problem HoursOverYear(string path, RuleValue<CreditHours> max) =>
        new(
            path,
            "hours-over-year-max",
            $"该年度合计超过{max.Value}学时，请核对各条明细的学时。",
            $"This year claims more than {max.Value} hours: check its items.",
            max.Citation
        );

    public static Problem CountedTwice(string path) =>
        new(
            path,
            "counted-twice",
            "同一年度的同名学习已从培训平台确认学时，不能重复计算；请删除此条，或取消对应的平台学时。",
            "The same activity of this year is confirmed from the training platform already: remove this item or take that record back."
        );

    public static Problem ItemTwice(string path) =>
        new(
            path,
            "item-repeated",
            "同一年度已有名称、科目和日期都相同的明细，请删除重复的一条。",
            "Another item of this year has the same name, subject and dates: remove one of the two."
        );

    public static Problem NothingDeclared() =>
        new(
            "/items",
            "nothing-declared",
            "申报没有任何学时，请新增明细或确认培训平台的学时。",
            "Nothing is declared: add an item or confirm hours of the training platform."
        );

    public static Problem ImportUsedElsewhere(string recordId) => ImportUsed($"/importedHours/{recordId}");

    public static Problem ImportUsed(string path) =>
        new(
            path,
            "imported-record-used",
            "此条培训平台学时已用于另一份申报，请取消勾选。",
            "This record of the training platform is used in another declaration: take it out."
        );

    public static Problem ImportUnknown(string path) =>
        new(
            path,
            "imported-record-unknown",
            "培训平台没有您的这条学时记录，请刷新列表后重新勾选。",
            "The training platform has no such record of yours: reload the list and tick again."
        );

    public static Problem ImportOfOtherYear(string path, int year) =>
        new(
            path,
            "imported-record-other-year",
            $"此条学时属于{year}年度，请在该年度下勾选。",
            $"This record counts for {year}: tick it under that year."
        );

    public static Problem ImportTwice(string path) =>
        new(
            path,
            "imported-record-repeated",
            "此条学时重复勾选，请只勾选一次。",
            "This record is ticked twice: tick it once."
        );

    public static Problem ImportYearTwice(string path) =>
        new(
            path,
            "imported-year-repeated",
            "同一年度的平台学时只能提交一组，请合并后重试。",
            "The records of one year come in one list: merge the lists."
        );

    public static Problem YearRecognised(int year) =>
        new(
            $"/years/{year}",
            "year-recognised",
            $"{year}年度已经核认，不再重复申报；请删除该年度的明细和平台学时。",
            $"The year {year} is recognised already and is not filed again: remove its items and records."
        );

    public static Problem EvidenceMissing(int year, string rule) =>
        new(
            $"/years/{year}/evidence",
            "evidence-missing",
            $"请上传{year}年度的证明材料。",
            $"Upload evidence for the year {year}.",
            rule
        );

    public static Problem UploadOpen(string evidenceId) =>
        new(
            $"/evidence/{evidenceId}",
            "upload-open",
            "这份材料还没有上传完成，请完成上传或将其删除。",
            "This upload is not complete: finish or remove it."
        );

    public static Problem EvidenceOfNoYear(string evidenceId, int year) =>
        new(
            $"/evidence/{evidenceId}",
            "evidence-year-not-declared",
            $"这份材料属于{year}年度，但该年度没有申报学时；请删除材料，或补充该年度的明细。",
            $"This evidence belongs to {year}, for which nothing is declared: remove it or add what it proves."
        );

    public static Problem ContentTypeUnknown(string path) =>
        new(
            path,
            "content-type-unknown",
            "材料只接受PDF、JPEG或PNG文件，请转换后上传。",
            "Evidence is a PDF, JPEG or PNG file: convert it and upload again."
        );

    public static Problem SizeOutside(string path) =>
        new(
            path,
            "size-outside-bounds",
            $"文件不能为空，也不能超过{DeclarationLimits.EvidenceSizeBytesMax / 1024 / 1024}MB，请压缩或拆分后上传。",
            $"A file is neither empty nor above {DeclarationLimits.EvidenceSizeBytesMax / 1024 / 1024} MB: compress or split it."
        );

    public static Problem DigestMalformed(string path) =>
        new(
            path,
            "digest-malformed",
            "文件摘要格式不正确，请重新上传。",
            "The digest is not 64 lower-case hexadecimal digits: upload the file again."
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
