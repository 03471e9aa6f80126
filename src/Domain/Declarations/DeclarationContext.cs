using System.Collections.Immutable;
using CeActors.Domain.Identity;
using CeActors.Domain.Review;
using CeActors.Domain.Rules;

namespace CeActors.Domain.Declarations;

/// <summary>What a decision needs to know besides the declaration and the command.</summary>
public sealed record DeclarationContext
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>The rules that judge now.</summary>
    public required RuleSet Rules { get; init; }

    /// <summary>Who acts, as signed in.</summary>
    public required PersonId Actor { get; init; }

    /// <summary>
    /// The professional that the actor's human is under another account, by the actor's own record; null when there is none. Needed for review
    /// commands.
    /// </summary>
    public PersonId? NaturalPerson { get; init; }

    /// <summary>
    /// Keyed digests of every resident id that the actor, or whom the actor is linked to, is or was registered with. Needed for review
    /// commands.
    /// </summary>
    public ImmutableArray<string> ResidentIdDigests { get; init; } = [];

    /// <summary>Needed for filing, confirming imports and submission; elsewhere null.</summary>
    public FilingContext? Filing { get; init; }

    /// <summary>The acting unit's word that the actor may do this and the route is allowed; needed for review commands.</summary>
    public UnitTicket? Source { get; init; }

    /// <summary>The next unit's word that it takes the declaration; needed where there is a next unit, the employer on submission included.</summary>
    public UnitTicket? Target { get; init; }

    /// <summary>The day in China.</summary>
    public DateOnly Today => ChinaTime.DateOf(Now);
}
