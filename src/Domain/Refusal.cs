using System.Collections.Immutable;

namespace CeActors.Domain;

/// <summary>The family of a refusal; the edge maps it to a status without knowing the rule.</summary>
public enum RefusalKind
{
    /// <summary>There is no such thing, or none that this caller may know of.</summary>
    NotFound = 0,

    /// <summary>The caller is known and may not do this.</summary>
    Forbidden = 1,

    /// <summary>The thing is in a state in which this cannot be done.</summary>
    Conflict = 2,

    /// <summary>The command was decided on another version than the present one.</summary>
    Stale = 3,

    /// <summary>The values break a rule; <see cref="Refusal.Problems"/> names each place.</summary>
    Invalid = 4,

    /// <summary>A bound is reached; later, or with less.</summary>
    TooMany = 5,
}

/// <summary>An expected "no", with a stable code and a sentence that a person can act on in both languages.</summary>
/// <param name="Kind">The family.</param>
/// <param name="Code">Stable, lower case with hyphens, for programs.</param>
/// <param name="Chinese">A full sentence that says what to do.</param>
/// <param name="English">The same in English.</param>
/// <param name="Problems">The places that are wrong; empty when the refusal concerns the whole; at most <see cref="ProblemsMax"/>.</param>
/// <param name="Facts">What a client may need besides, such as <c>version</c>; null when nothing.</param>
public sealed record Refusal(
    RefusalKind Kind,
    string Code,
    string Chinese,
    string English,
    ImmutableArray<Problem> Problems,
    ImmutableDictionary<string, string>? Facts = null
)
{
    /// <summary>Most problems that one refusal or receipt lists; a person mends them in rounds, and an answer stays small.</summary>
    public const int ProblemsMax = 100;

    /// <summary>A refusal that concerns the whole.</summary>
    public Refusal(RefusalKind kind, string code, string chinese, string english)
        : this(kind, code, chinese, english, []) { }

    /// <summary>A refusal for one wrong place; code and sentences are the problem's.</summary>
    public static Refusal Of(Problem problem) =>
        new(RefusalKind.Invalid, problem.Code, problem.Chinese, problem.English, [problem]);

    /// <summary>The same refusal with one more fact.</summary>
    public Refusal With(string fact, string value) =>
        this with
        {
            Facts = (Facts ?? ImmutableDictionary<string, string>.Empty).SetItem(fact, value),
        };
}

/// <summary>One wrong value: where, which rule, and how to mend it.</summary>
/// <param name="Path">JSON pointer, such as <c>/items/3f9a/hours</c> (items by their id) or <c>/head/phone</c>.</param>
/// <param name="Code">Stable code, such as <c>required</c>.</param>
/// <param name="Chinese">A sentence for the person.</param>
/// <param name="English">The same in English.</param>
/// <param name="Rule">The clause it comes from; null when it is a matter of form.</param>
public sealed record Problem(string Path, string Code, string Chinese, string English, string? Rule = null);
