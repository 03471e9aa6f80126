namespace CeActors.Domain;

/// <summary>Small parts of sentences that several catalogues share.</summary>
internal static class Sentence
{
    public static Refusal NotFound(string code, string chinese, string english) =>
        new(RefusalKind.NotFound, code, chinese, english);

    public static Refusal Forbidden(string code, string chinese, string english) =>
        new(RefusalKind.Forbidden, code, chinese, english);

    public static Refusal Conflict(string code, string chinese, string english) =>
        new(RefusalKind.Conflict, code, chinese, english);

    public static Refusal TooMany(string code, string chinese, string english) =>
        new(RefusalKind.TooMany, code, chinese, english);

    public static Refusal Invalid(string path, string code, string chinese, string english) =>
        Refusal.Of(new Problem(path, code, chinese, english));
}
