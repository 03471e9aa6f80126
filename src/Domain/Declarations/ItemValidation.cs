using System.Globalization;
using CeActors.Domain.Hours;
using CeActors.Domain.Professionals;
using CeActors.Domain.Rules;

namespace CeActors.Domain.Declarations;

/// <summary>The items of one draft against the rules and against each other; each item is looked at once.</summary>
internal sealed class ItemValidation(RuleSet rules, YearRange? span, DateOnly today, ProblemList problems)
{
    private readonly HashSet<(int Year, string Name)> _imported = [];
    private readonly HashSet<(int Year, string? Subject, string Name, DateOnly Start, DateOnly End)> _seen = [];

    public void KnowImport(ImportedRecord record) => _imported.Add((record.Year, NameKey(record.CourseName)));

    public void Check(DeclarationItem declared)
    {
        var item = declared.Draft;
        var path = $"/items/{declared.ItemId}";
        foreach (var field in rules.RequiredOfItem)
        {
            if (!field.IsFilled(item))
                problems.Add(
                    DraftProblems.RequiredItem(
                        path,
                        field.Name,
                        field.Chinese,
                        field.English,
                        rules.RequiredFields.Citation
                    )
                );
        }

        CheckYear(path, item.Year);
        if (IsFilled(item.Subject) && Subjects.TryParse(item.Subject) is null)
            problems.Add(DraftProblems.SubjectUnknown($"{path}/subject"));
        if (IsFilled(item.ActivityType) && !rules.ActivityTypeCodes.Contains(item.ActivityType!))
            problems.Add(DraftProblems.ActivityTypeUnknown($"{path}/activityType", rules.ActivityTypes.Citation));
        CheckHours(path, item.Hours);
        var start = CheckDate(path, "startDate", item.StartDate, item.Year);
        var end = CheckDate(path, "endDate", item.EndDate, item.Year);
        if (end < start)
            problems.Add(DraftProblems.DatesReversed($"{path}/endDate"));
        CheckRepetition(path, item, start, end);
    }

    private void CheckYear(string path, int? year)
    {
        if (year is null)
            return;
        if (!rules.Span.Value.Contains(year.Value))
            problems.Add(DraftProblems.YearOutsideRules($"{path}/year", rules.Span.Value, rules.Span.Citation));
        else if (span is not null && !span.Contains(year.Value))
            problems.Add(DraftProblems.YearOutsideSpan($"{path}/year", span.From, span.To));
    }

    private void CheckHours(string path, string? text)
    {
        if (!IsFilled(text))
            return;
        var reading = CreditHours.Read(text.AsSpan().Trim(), out var hours);
        if (reading != HoursReading.Right)
            problems.Add(DraftProblems.HoursWrong($"{path}/hours", reading));
        else if (hours == CreditHours.Zero)
            problems.Add(DraftProblems.HoursZero($"{path}/hours"));
        else if (hours > rules.MaxPerItem.Value)
            problems.Add(DraftProblems.HoursOverItem($"{path}/hours", rules.MaxPerItem));
    }

    private DateOnly? CheckDate(string path, string name, string? text, int? year)
    {
        if (!IsFilled(text))
            return null;
        var isDate = DateOnly.TryParseExact(
            text.AsSpan().Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        );
        if (!isDate)
        {
            problems.Add(DraftProblems.DateMalformed($"{path}/{name}"));
            return null;
        }

        if (year is not null && date.Year != year)
            problems.Add(DraftProblems.DateOutsideYear($"{path}/{name}", year.Value));
        else if (date > today)
            problems.Add(DraftProblems.DateInFuture($"{path}/{name}"));
        return date;
    }

    private void CheckRepetition(string path, DraftItem item, DateOnly? start, DateOnly? end)
    {
        if (item.Year is not { } year || !IsFilled(item.ActivityName))
            return;
        var name = NameKey(item.ActivityName!);
        if (_imported.Contains((year, name)))
            problems.Add(DraftProblems.CountedTwice($"{path}/activityName"));
        if (start is not null && end is not null && !_seen.Add((year, item.Subject, name, start.Value, end.Value)))
            problems.Add(DraftProblems.ItemTwice($"{path}/activityName"));
    }

    // People type the same name with other spaces and in other case; that makes it no other course.
    private static string NameKey(string name)
    {
        var isPlain = true;
        foreach (var character in name)
            isPlain &= !char.IsWhiteSpace(character) && !char.IsUpper(character);
        return isPlain
            ? name
            : string.Concat(name.Where(character => !char.IsWhiteSpace(character))).ToLowerInvariant();
    }

    private static bool IsFilled(string? text) => !string.IsNullOrWhiteSpace(text);
}
