namespace CeActors.Domain.Hours;

/// <summary>The two subjects of the national regulation, article 7 (人社部令第25号).</summary>
public enum Subject
{
    /// <summary>公需科目.</summary>
    General = 0,

    /// <summary>专业科目.</summary>
    Professional = 1,
}

/// <summary>How subjects are written in drafts.</summary>
public static class Subjects
{
    public const string General = "general";
    public const string Professional = "professional";

    /// <summary>Null when it is neither code.</summary>
    public static Subject? TryParse(string? code) =>
        code switch
        {
            General => Subject.General,
            Professional => Subject.Professional,
            _ => null,
        };

    public static string CodeOf(Subject subject) => subject == Subject.General ? General : Professional;
}
