using System.Text.RegularExpressions;

namespace CeActors.AzureStorage;

/// <summary>The rules of table names.</summary>
internal static partial class TableNames
{
    /// <summary>3 to 63 letters and digits, a letter first.</summary>
    public static bool IsValid(string name) => Names().IsMatch(name);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    private static partial Regex Names();
}
