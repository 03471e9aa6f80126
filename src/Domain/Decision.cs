using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace CeActors.Domain;

/// <summary>
/// What a decider says to a command: accepted with events (none when the wish is already so), or refused. Exactly one of the two.
/// </summary>
public sealed record Decision<TEvent>
    where TEvent : class
{
    private Decision(ImmutableArray<TEvent> events, Refusal? refusal)
    {
        Events = events;
        Refusal = refusal;
    }

    /// <summary>To be evolved in order; empty when refused, or when nothing has to change.</summary>
    public ImmutableArray<TEvent> Events { get; }

    /// <summary>Why not; null when accepted.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => Refusal is null;

    public static Decision<TEvent> Accepted(params ImmutableArray<TEvent> events) => new(events, null);

    public static Decision<TEvent> Refused(Refusal refusal) => new([], refusal);

    public static implicit operator Decision<TEvent>(TEvent only) => new([only], null);

    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);
}

/// <summary>A value, or the refusal to give it. Exactly one of the two.</summary>
public sealed record Answer<T>
    where T : class
{
    private Answer(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>The answer; null when refused.</summary>
    public T? Value { get; }

    /// <summary>Why not; null when given.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => Refusal is null;

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Refusal refusal) => new(null, refusal);
}
