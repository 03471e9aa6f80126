using System.Globalization;
using CeActors.Local.Province;

namespace CeActors.Local.Demo;

/// <summary>One line of a declared year, as the API takes it.</summary>
public sealed record ScriptItem(
    int Year,
    string Subject,
    string ActivityType,
    string ActivityName,
    string Organiser,
    string Place,
    string StartDate,
    string EndDate,
    string Hours
);

/// <summary>What the person of the demo fills in.</summary>
public static class Script
{
    /// <summary>Hours of the general subject that are typed, besides those imported.</summary>
    public const decimal TypedGeneralHours = 4.5m;

    private const decimal FirstProfessionalHours = 40m;
    private const decimal MoreEachYear = 1.25m;

    /// <summary>The head (申报信息).</summary>
    public static object Head(ProvincePerson person, IReadOnlyList<int> years) =>
        new
        {
            Phone = string.Create(CultureInfo.InvariantCulture, $"1390000{person.Number % 10_000:D4}"),
            Email = $"{person.Account}@example.com",
            person.Title,
            TitleLevel = "intermediate",
            Profession = "教育与卫生技术",
            SpanFromYear = years[0].ToString(CultureInfo.InvariantCulture),
            SpanToYear = years[^1].ToString(CultureInfo.InvariantCulture),
            PromisesTruth = true,
        };

    /// <summary>Hours of the professional subject that are typed for the year at this place in the declaration.</summary>
    public static decimal TypedProfessionalHours(int index) => FirstProfessionalHours + MoreEachYear * index;

    /// <summary>A lecture of the general subject.</summary>
    public static ScriptItem General(int year) =>
        new(
            year,
            "general",
            "conference",
            "公需科目专题讲座",
            "湖南省湘澜继续教育基地",
            "长沙市",
            Day(year, 10, 12),
            Day(year, 10, 12),
            Hours(TypedGeneralHours)
        );

    /// <summary>A course of the professional subject.</summary>
    /// <param name="year">Declared year.</param>
    /// <param name="hours">As typed.</param>
    public static ScriptItem Professional(int year, string hours) =>
        new(
            year,
            "professional",
            "training",
            "专业技术骨干研修班",
            "湖南省云麓专业技术人员培训中心",
            "长沙市",
            Day(year, 9, 9),
            Day(year, 9, 18),
            hours
        );

    /// <summary>Decimal text without needless zeros.</summary>
    public static string Hours(decimal hours) => hours.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Day(int year, int month, int day) =>
        new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
