using System.Collections.Immutable;

namespace CeActors.Contracts;

/// <summary>
/// What a command or query came to: exactly one of <see cref="Value"/> and <see cref="Refusal"/> is set.
/// A refusal is an expected answer and changed nothing. A failure (storage, network, time) is an exception instead, and its
/// outcome is unknown until the command is sent again with the same id.
/// </summary>
/// <remarks>The alias must end with the arity, or the type cannot be read at the other end of a connection.</remarks>
/// <param name="Value">The answer; null when refused.</param>
/// <param name="Refusal">Why not; null when accepted.</param>
[GenerateSerializer, Immutable, Alias("ce.outcome`1")]
public sealed record Outcome<T>([property: Id(0)] T? Value, [property: Id(1)] Refusal? Refusal)
    where T : class
{
    /// <summary>True when <see cref="Value"/> is set.</summary>
    public bool IsAccepted => Refusal is null;

    /// <summary>
    /// The answer's kind or the refusal's code, and nothing of what they say: the runtime writes whole answers into its log when it
    /// drops them, and most are about somebody.
    /// </summary>
    public override string ToString() => Refusal is null ? $"accepted, {typeof(T).Name}" : $"refused, {Refusal.Code}";

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);
}

/// <summary>The family of a refusal; the HTTP front maps it to a status without knowing the rule.</summary>
[GenerateSerializer, Alias("ce.refusal-kind")]
public enum RefusalKind
{
    /// <summary>There is no such thing, or none that this caller may know of (404).</summary>
    NotFound = 0,

    /// <summary>The caller is known and may not do this (403).</summary>
    Forbidden = 1,

    /// <summary>The thing is in a state in which this cannot be done (409).</summary>
    Conflict = 2,

    /// <summary>The command was decided on another version than the present one (412).</summary>
    Stale = 3,

    /// <summary>The values break a rule; <see cref="Refusal.Problems"/> names each place (422).</summary>
    Invalid = 4,

    /// <summary>A bound is reached; try later or with less (429).</summary>
    TooMany = 5,
}

/// <summary>An expected "no", with a stable code and a sentence that a person can act on in both languages.</summary>
/// <param name="Kind">The family.</param>
/// <param name="Code">Stable, lower case with hyphens, for programs; never shown alone.</param>
/// <param name="Chinese">A full sentence that says what to do.</param>
/// <param name="English">The same in English.</param>
/// <param name="Problems">The places that are wrong; empty when the refusal concerns the whole.</param>
/// <param name="Facts">What a client may need besides, such as <c>version</c> or <c>decidedBy</c>; null when nothing.</param>
[GenerateSerializer, Immutable, Alias("ce.refusal")]
public sealed record Refusal(
    [property: Id(0)] RefusalKind Kind,
    [property: Id(1)] string Code,
    [property: Id(2)] string Chinese,
    [property: Id(3)] string English,
    [property: Id(4)] ImmutableArray<Problem> Problems,
    [property: Id(5)] ImmutableDictionary<string, string>? Facts = null
);

/// <summary>One wrong value: where, which rule, and how to mend it.</summary>
/// <param name="Path">JSON pointer into the draft, such as <c>/items/3f9a/hours</c> (items by their id) or <c>/head/phone</c>.</param>
/// <param name="Code">Stable code, such as <c>required</c> or <c>hours-not-quarter</c>.</param>
/// <param name="Chinese">A sentence for the person.</param>
/// <param name="English">The same in English.</param>
/// <param name="Rule">The clause it comes from; null when it is a matter of form.</param>
[GenerateSerializer, Immutable, Alias("ce.problem")]
public sealed record Problem(
    [property: Id(0)] string Path,
    [property: Id(1)] string Code,
    [property: Id(2)] string Chinese,
    [property: Id(3)] string English,
    [property: Id(4)] string? Rule = null
);

/// <summary>An answer that carries nothing but its acceptance.</summary>
[GenerateSerializer, Immutable, Alias("ce.done")]
public sealed record Done
{
    public static readonly Done Instance = new();
}
