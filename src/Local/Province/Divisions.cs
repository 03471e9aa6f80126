using System.Text.Json;

namespace CeActors.Local.Province;

/// <summary>What a division of Hunan is; a zone is a functional zone (功能区), no administrative division, with an office of its own.</summary>
public enum DivisionLevel
{
    Province,
    City,
    County,
    Zone,
}

/// <param name="Code">Six digits; <c>430000</c> is the province.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Level">Level.</param>
public sealed record Division(string Code, string Name, DivisionLevel Level);

/// <summary>The divisions of Hunan: 1 province, 14 cities, 122 counties and 12 functional zones, by ascending code.</summary>
public static class Divisions
{
    private const string Resource = "CeActors.Local.Province.Divisions.json";

    /// <summary>All 149.</summary>
    public static IReadOnlyList<Division> All { get; } = Read();

    /// <summary>
    /// Codes of the functional zones. The police never issued id numbers with them, so a number that begins with one and is
    /// otherwise valid belongs to nobody.
    /// </summary>
    public static IReadOnlyList<string> CodesWithoutResidents { get; } =
    [.. All.Where(division => division.Level == DivisionLevel.Zone).Select(division => division.Code)];

    private static List<Division> Read()
    {
        using var stream = typeof(Divisions).Assembly.GetManifestResourceStream(Resource)!;
        using var document = JsonDocument.Parse(stream);
        return
        [
            .. document
                .RootElement.EnumerateArray()
                .Select(row => new Division(
                    row.GetProperty("code").GetString()!,
                    row.GetProperty("name").GetString()!,
                    Enum.Parse<DivisionLevel>(row.GetProperty("level").GetString()!, ignoreCase: true)
                )),
        ];
    }
}
