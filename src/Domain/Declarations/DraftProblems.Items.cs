using CeActors.Domain.Hours;
using CeActors.Domain.Rules;

namespace CeActors.Domain.Declarations;

/// <content>Of items.</content>
internal static partial class DraftProblems
{
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
}
