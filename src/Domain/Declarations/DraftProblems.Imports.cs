namespace CeActors.Domain.Declarations;

/// <content>Of hours of the training platform.</content>
internal static partial class DraftProblems
{
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
}
