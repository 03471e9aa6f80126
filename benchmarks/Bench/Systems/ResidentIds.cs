using System.Globalization;

namespace CeActors.Benchmarks.Systems;

/// <summary>Made-up 居民身份证号 that pass the standard's check: one for each number, no two the same.</summary>
public static class ResidentIds
{
    private const int SequencesADay = 1_000;
    private const int DaysMax = 18_000;
    private const string CheckCharacters = "10X98765432";
    private static readonly DateOnly FirstBirth = new(1955, 1, 1);
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The id of person number <paramref name="index"/>, 0 to 17,999,999.</summary>
    public static string Number(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, SequencesADay * DaysMax);
        var born = FirstBirth.AddDays(index / SequencesADay);
        var digits = string.Create(CultureInfo.InvariantCulture, $"430102{born:yyyyMMdd}{index % SequencesADay:D3}");
        var sum = digits.Select((digit, i) => (digit - '0') * Weights[i]).Sum();
        return digits + CheckCharacters[sum % 11];
    }
}
