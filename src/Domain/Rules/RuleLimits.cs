namespace CeActors.Domain.Rules;

/// <summary>Bounds that no rule set can exceed.</summary>
public static class RuleLimits
{
    /// <summary>Declared years of one declaration, and so of one span.</summary>
    public const int YearsMax = 12;
}
