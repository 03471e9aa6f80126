namespace CeActors.Domain.Hours;

/// <summary>Least hours of one declared year (年度学时要求).</summary>
public sealed record YearTargets(CreditHours Total, CreditHours General, CreditHours Professional);

/// <summary>Hours of one declared year against the targets that judged it.</summary>
/// <param name="Year">Declared year.</param>
/// <param name="General">公需科目.</param>
/// <param name="Professional">专业科目.</param>
/// <param name="Targets">Targets of the rule set for this year.</param>
public sealed record YearSummary(int Year, CreditHours General, CreditHours Professional, YearTargets Targets)
{
    public CreditHours Total => General + Professional;

    /// <summary>All three targets reached (达标).</summary>
    public bool TargetMet =>
        General >= Targets.General && Professional >= Targets.Professional && Total >= Targets.Total;
}
