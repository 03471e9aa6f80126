using CeActors.Contracts.Declarations;
using CeActors.Grains.Storage;

namespace CeActors.Grains.Review;

/// <summary>
/// The rows of the two lists of a unit: <c>w|{unit}|{declaration}</c> waits there, <c>p|{unit}|{declaration}</c> was decided
/// there. They are written with the declaration and read by the unit.
/// </summary>
public static class QueueRows
{
    private const char Separator = '|';

    /// <summary>The row of a declaration that waits at a unit.</summary>
    public static StoredRow Waiting(string unitCode, QueueEntry entry) =>
        new(WaitingPrefix(unitCode) + entry.DeclarationId, Columns(entry));

    /// <summary>The row of a declaration that a unit has decided; <see cref="QueueEntry.HeldSince"/> is when it did so last.</summary>
    public static StoredRow Passed(string unitCode, QueueEntry entry) =>
        new(PassedPrefix(unitCode) + entry.DeclarationId, Columns(entry));

    /// <summary>What the keys of all that waits at a unit start with.</summary>
    /// <exception cref="ArgumentException">The code holds the separator: its rows would mix with another unit's.</exception>
    public static string WaitingPrefix(string unitCode) => $"w{Separator}{Checked(unitCode)}{Separator}";

    /// <summary>What the keys of all that a unit has decided start with.</summary>
    /// <exception cref="ArgumentException">The code holds the separator: its rows would mix with another unit's.</exception>
    public static string PassedPrefix(string unitCode) => $"p{Separator}{Checked(unitCode)}{Separator}";

    /// <summary>The line that a row of either list holds.</summary>
    /// <exception cref="FormatException">A column is missing or of another type.</exception>
    public static QueueEntry Read(StoredRow row) =>
        new(
            row.LastPartOfKey(),
            row.LongNumber("Version"),
            row.Text("PersonId"),
            row.Text("PersonName"),
            row.Text("EmployerCode"),
            row.Text("EmployerName"),
            (DeclarationStatus)row.Number("Status"),
            row.Number("FromYear"),
            row.Number("ToYear"),
            row.Number("QuarterHours"),
            row.OptionalText("TitleLevel"),
            row.Instant("SubmittedAt"),
            row.Instant("HeldSince"),
            row.Flag("TargetsMet")
        );

    private static Dictionary<string, object?> Columns(QueueEntry entry) =>
        new(StringComparer.Ordinal)
        {
            ["Version"] = entry.Version,
            ["PersonId"] = entry.PersonId,
            ["PersonName"] = entry.PersonName,
            ["EmployerCode"] = entry.EmployerCode,
            ["EmployerName"] = entry.EmployerName,
            ["Status"] = (int)entry.Status,
            ["FromYear"] = entry.FromYear,
            ["ToYear"] = entry.ToYear,
            ["QuarterHours"] = entry.TotalQuarterHours,
            ["TitleLevel"] = entry.TitleLevel,
            ["SubmittedAt"] = entry.SubmittedAt,
            ["HeldSince"] = entry.HeldSince,
            ["TargetsMet"] = entry.TargetsMet,
        };

    private static string Checked(string unitCode) =>
        unitCode.Length > 0 && !unitCode.Contains(Separator)
            ? unitCode
            : throw new ArgumentException($"'{unitCode}' cannot be the code of a unit.", nameof(unitCode));
}
