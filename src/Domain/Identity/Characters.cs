namespace CeActors.Domain.Identity;

internal static class Characters
{
    public static bool All(ReadOnlySpan<char> text, Func<char, bool> isAllowed)
    {
        foreach (var character in text)
        {
            if (!isAllowed(character))
                return false;
        }

        return true;
    }
}
