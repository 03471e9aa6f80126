using System.Globalization;
using CeActors.Contracts.Review;
using CeActors.Grains.Review.Units;
using CeActors.Grains.Storage;

namespace CeActors.Grains.Registry;

/// <summary>The row <c>u|{code}</c> of a unit, written with its document, from which the directory is made.</summary>
internal static class UnitRows
{
    /// <summary>What the keys of all units start with.</summary>
    public const string Prefix = "u|";

    private const char MemberSeparator = ';';
    private const char RolesSeparator = ':';

    public static StoredRow Of(UnitPart unit) => Of(unit, unit.Version);

    /// <summary>The row as it was written before it held the version.</summary>
    public static StoredRow WithoutVersion(UnitPart unit) => Of(unit, null);

    private static StoredRow Of(UnitPart unit, long? version) =>
        new(
            Prefix + unit.Code,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["Name"] = unit.Name,
                ["Kind"] = unit.Kind,
                ["DivisionCode"] = unit.DivisionCode,
                ["ParentCode"] = unit.ParentCode,
                ["AgencyCode"] = unit.AgencyCode,
                ["IsActive"] = unit.IsActive,
                ["Version"] = version,
                ["Members"] = string.Join(
                    MemberSeparator,
                    unit.Members.Select(member => $"{member.PersonId}{RolesSeparator}{member.Roles}")
                ),
            }
        );

    /// <exception cref="FormatException">A column is missing or cannot be read.</exception>
    public static UnitRow Read(StoredRow row) =>
        new(
            row.LastPartOfKey(),
            row.Text("Name"),
            (UnitKind)row.Number("Kind"),
            row.Text("DivisionCode"),
            row.OptionalText("ParentCode"),
            row.OptionalText("AgencyCode"),
            row.Flag("IsActive"),
            [.. row.Text("Members").Split(MemberSeparator, StringSplitOptions.RemoveEmptyEntries).Select(ReadMember)],
            row.OptionalLongNumber("Version") ?? 0
        );

    private static UnitRowMember ReadMember(string text)
    {
        var at = text.LastIndexOf(RolesSeparator);
        return
            at > 0 && int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var roles)
            ? new UnitRowMember(text[..at], (UnitRoles)roles)
            : throw new FormatException("A member in a unit's row cannot be read.");
    }
}

/// <summary>A unit as its row says; version 0 in a row that was last written before rows held it.</summary>
internal sealed record UnitRow(
    string Code,
    string Name,
    UnitKind Kind,
    string DivisionCode,
    string? ParentCode,
    string? AgencyCode,
    bool IsActive,
    UnitRowMember[] Members,
    long Version = 0
);

/// <summary>A member as a unit's row says: no name.</summary>
internal sealed record UnitRowMember(string PersonId, UnitRoles Roles);
