using System.Collections.Immutable;
using CeActors.Contracts.Declarations;
using CeActors.Domain.Identity;

namespace CeActors.Grains.Professionals;

/// <summary>
/// Asks a person's declarations where they stand, all at a time. Only what can never change again is kept: the rest is asked
/// each time, because there must be no second truth of it.
/// </summary>
internal sealed class Standings(IGrainFactory grains)
{
    private readonly Dictionary<string, DeclarationStanding> _final = new(StringComparer.Ordinal);

    /// <summary>The standings of those that exist, in the order of the ids; at most 100 are asked.</summary>
    public async Task<ImmutableArray<DeclarationStanding>> AskAsync(ImmutableArray<DeclarationId> declarations)
    {
        if (declarations.IsEmpty)
        {
            return [];
        }

        var answers = await Task.WhenAll(declarations.Select(id => AskAsync(id.Value)));
        return [.. answers.OfType<DeclarationStanding>()];
    }

    private async Task<DeclarationStanding?> AskAsync(string id)
    {
        if (_final.TryGetValue(id, out var known))
        {
            return known;
        }

        var standing = await grains.GetGrain<IDeclaration>(id).GetStandingAsync();
        if (standing?.Summary.Status is DeclarationStatus.Deleted or DeclarationStatus.Revoked)
        {
            _final[id] = standing;
        }

        return standing;
    }
}
