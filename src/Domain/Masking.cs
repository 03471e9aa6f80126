using System.Globalization;

namespace CeActors.Domain;

/// <summary>How names are shown to the public.</summary>
public static class Masking
{
    /// <summary>The first character and a star for each of the others; one star when there is only one.</summary>
    public static string Name(string name)
    {
        var elements = new StringInfo(name);
        var length = elements.LengthInTextElements;
        return length <= 1 ? "*" : elements.SubstringByTextElements(0, 1) + new string('*', length - 1);
    }
}
