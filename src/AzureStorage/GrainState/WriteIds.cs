using System.Globalization;
using System.Security.Cryptography;

namespace CeActors.AzureStorage.GrainState;

/// <summary>Write ids: a random number for the process and a count, so that no two writes anywhere have the same.</summary>
internal static class WriteIds
{
    private static readonly string Process = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10)) + "-";
    private static long _count;

    public static string Next() =>
        Process + Interlocked.Increment(ref _count).ToString("x", CultureInfo.InvariantCulture);
}
