using System.Collections.Frozen;
using CeActors.Domain.Declarations;

namespace CeActors.Domain.Rules;

/// <summary>
/// The fields of a draft by the names that rule sets use: <c>head.</c> and <c>item.</c> with the field's name as it is written on the wire.
/// </summary>
public static class DraftFields
{
    private const string HeadPrefix = "head.";
    private const string ItemPrefix = "item.";

    private static readonly FrozenDictionary<string, HeadField> HeadFields = new HeadField[]
    {
        new("phone", "联系电话", "phone number", head => IsFilled(head.Phone)),
        new("email", "电子邮箱", "e-mail address", head => IsFilled(head.Email)),
        new("title", "职称", "professional title", head => IsFilled(head.Title)),
        new("titleSeries", "职称系列", "series of the title", head => IsFilled(head.TitleSeries)),
        new("titleLevel", "职称级别", "level of the title", head => IsFilled(head.TitleLevel)),
        new("profession", "从事专业", "profession", head => IsFilled(head.Profession)),
        new("spanFromYear", "起始年度", "first year", head => IsFilled(head.SpanFromYear)),
        new("spanToYear", "截止年度", "last year", head => IsFilled(head.SpanToYear)),
        new("note", "备注", "note", head => IsFilled(head.Note)),
        new("promisesTruth", "真实性承诺", "promise of truth", head => head.PromisesTruth),
    }.ToFrozenDictionary(field => HeadPrefix + field.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ItemField> ItemFields = new ItemField[]
    {
        new("year", "申报年度", "declared year", item => item.Year is not null),
        new("subject", "科目类别", "subject", item => IsFilled(item.Subject)),
        new("activityType", "学习形式", "form of learning", item => IsFilled(item.ActivityType)),
        new("activityName", "学习内容名称", "name of the activity", item => IsFilled(item.ActivityName)),
        new("organiser", "主办单位", "organiser", item => IsFilled(item.Organiser)),
        new("place", "学习地点", "place", item => IsFilled(item.Place)),
        new("startDate", "开始日期", "first day", item => IsFilled(item.StartDate)),
        new("endDate", "结束日期", "last day", item => IsFilled(item.EndDate)),
        new("hours", "申报学时", "claimed hours", item => IsFilled(item.Hours)),
        new("note", "备注", "note", item => IsFilled(item.Note)),
    }.ToFrozenDictionary(field => ItemPrefix + field.Name, StringComparer.Ordinal);

    /// <summary>Every name that a rule set may require.</summary>
    public static IEnumerable<string> Names => HeadFields.Keys.Concat(ItemFields.Keys);

    public static bool IsKnown(string name) => HeadFields.ContainsKey(name) || ItemFields.ContainsKey(name);

    internal static HeadField? Head(string name) => HeadFields.GetValueOrDefault(name);

    internal static ItemField? Item(string name) => ItemFields.GetValueOrDefault(name);

    private static bool IsFilled(string? text) => !string.IsNullOrWhiteSpace(text);

    internal sealed record HeadField(string Name, string Chinese, string English, Func<DraftHead, bool> IsFilled);

    internal sealed record ItemField(string Name, string Chinese, string English, Func<DraftItem, bool> IsFilled);
}
