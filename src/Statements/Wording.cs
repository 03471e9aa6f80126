using System.Globalization;

namespace CeActors.Statements;

/// <summary>Every fixed word of the form.</summary>
internal static class Wording
{
    public const string System = "专业技术人员继续教育";
    public const string Form = "学时认定单";
    public const string HolderName = "姓　　名";
    public const string ResidentId = "证件号码";
    public const string UnitName = "工作单位";
    public const string Title = "专业职称";
    public const string Nothing = "—";
    public const string Year = "年　度";
    public const string General = "公需科目（学时）";
    public const string Professional = "专业科目（学时）";
    public const string Sum = "合计（学时）";
    public const string Target = "年度要求";
    public const string TargetMet = "达到";
    public const string TargetNotMet = "未达到";
    public const string Total = "合　计";
    public const string Continued = "（接上页）";
    public const string Recognised =
        "经审核，上列年度的继续教育学时予以认定。学时以四分之一学时为最小计量单位，不作四舍五入。";
    public const string Scan = "扫码核验";
    public const string VerifyAt = "核验网址";
    public const string VerifyHint = "以扫码或网址查询的结果为准。";
    public const string Signature = "签名处";

    public static string Number(string number) => $"编号：{number}";

    public static string Range(int from, int to) => from == to ? $"认定年度：{from}年" : $"认定年度：{from}年—{to}年";

    public static string YearOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}年");

    public static string YearCount(int count) => $"共 {count} 个年度";

    public static string Agency(string name) => $"认定机构：{name}";

    public static string IssuedOn(DateOnly day) => $"认定日期：{day.Year}年{day.Month}月{day.Day}日";

    public static string PageOf(int page, int pages) => $"第 {page} 页　共 {pages} 页";
}
