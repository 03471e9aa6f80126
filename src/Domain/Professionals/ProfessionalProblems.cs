namespace CeActors.Domain.Professionals;

/// <summary>Every wrong value of a registration, an import or a statement's range, in both languages; each says how to mend it.</summary>
internal static class ProfessionalProblems
{
    public static Problem ResidentIdWrong(string path) =>
        new(
            path,
            "resident-id-wrong",
            "身份证号格式、出生日期或校验码不正确，请核对18位号码。",
            "The resident id number is malformed, or its birth date or check character is wrong: check its 18 characters.",
            "GB 11643-1999"
        );

    public static Problem ResidentIdTaken(string path) =>
        new(
            path,
            "resident-id-taken",
            "该身份证号已登记在另一账号下，一个人只登记一次；请核对号码，或使用已登记的账号。",
            "This resident id number is registered under another account, and a person is registered once: check the number, or use that account."
        );

    public static Problem ResidentIdUnderWay(string path) =>
        new(
            path,
            "resident-id-under-way",
            "该身份证号正在另一账号下登记，结果尚未确定；请稍后重试。",
            "This resident id number is being registered under another account, and the outcome is not known yet: try again shortly."
        );

    public static Problem EmployerUnknown(string path) =>
        new(
            path,
            "employer-unknown",
            "没有登记这个用人单位，请先登记，或核对编码。",
            "No such employer is registered: register it first, or check the code."
        );

    public static Problem EmployerIsAgency(string path) =>
        new(
            path,
            "employer-is-agency",
            "经办机构不能作为用人单位，请填写其他单位的编码。",
            "An agency cannot be an employer here: give another unit's code."
        );

    public static Problem EmployerClosed(string path) =>
        new(
            path,
            "employer-closed",
            "该用人单位已停止受理，请填写其他单位的编码。",
            "This employer takes no declarations any more: give another unit's code."
        );

    public static Problem ImportEmpty(string path) =>
        new(path, "import-empty", "请至少提供一条记录。", "Give at least one record.");

    public static Problem ImportTooLarge(string path) =>
        new(
            path,
            "import-too-large",
            $"一次最多导入{ProfessionalLimits.ImportRecordsPerCommandMax}条记录，请分批导入。",
            $"One import holds at most {ProfessionalLimits.ImportRecordsPerCommandMax} records: split it."
        );

    public static Problem RecordIdWrong(string path) =>
        new(
            path,
            "record-id-wrong",
            "记录编号应为1至64位字母、数字或连字符，请改正。",
            "A record id has 1 to 64 letters, digits or hyphens: correct it."
        );

    public static Problem RecordYearWrong(string path) =>
        new(
            path,
            "record-year-wrong",
            $"年度应在{ProfessionalLimits.EarliestYear}年至今年之间，请改正。",
            $"The year lies between {ProfessionalLimits.EarliestYear} and this year: correct it."
        );

    public static Problem RecordHoursWrong(string path) =>
        new(
            path,
            "record-hours-wrong",
            $"学时应大于0且不超过{ProfessionalLimits.RecordQuarterHoursMax / 4}，请改正。",
            $"Hours are above 0 and at most {ProfessionalLimits.RecordQuarterHoursMax / 4}: correct them."
        );

    public static Problem RecordDateWrong(string path) =>
        new(
            path,
            "record-date-wrong",
            "完成日期应为不晚于今天的真实日期，格式为yyyy-MM-dd，请改正。",
            "The day of completion is a real date, not after today, written yyyy-MM-dd: correct it."
        );

    public static Problem RecordConflict(string path) =>
        new(
            path,
            "imported-record-conflict",
            "此编号已有内容不同的记录，请核对；更正的记录请使用新编号。",
            "This id is known with other content: check it; a corrected record needs a new id."
        );

    public static Problem RangeReversed(string path) =>
        new(
            path,
            "range-reversed",
            "截止年度早于起始年度，请对调或改正。",
            "The last year is before the first: swap or correct them."
        );

    public static Problem RangeWrong(string path, int latestYear) =>
        new(
            path,
            "range-wrong",
            $"年度应在{ProfessionalLimits.EarliestYear}至{latestYear}年之间，请改正。",
            $"The years lie between {ProfessionalLimits.EarliestYear} and {latestYear}: correct them."
        );

    public static Problem RangeTooLong(string path) =>
        new(
            path,
            "range-too-long",
            $"一份认定单最多包含{ProfessionalLimits.StatementYearsMax}个年度，请缩小范围。",
            $"A statement covers at most {ProfessionalLimits.StatementYearsMax} years: choose fewer."
        );
}
