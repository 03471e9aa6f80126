using System.Collections.Concurrent;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;

namespace CeActors.Grains.Tests.Review.Units;

/// <summary>Answers <c>WhereAreYou</c> for declarations as a test says, and holds up the lineage of units that it names.</summary>
internal sealed class ScriptedCalls : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<string, Func<DeclarationLocation>> _locations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _heldLineages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _asked = new();

    public int TimesAsked(string declarationId) => _asked.Count(asked => asked == declarationId);

    /// <summary>From now on the declaration answers this, or throws it.</summary>
    public void Answer(string declarationId, Func<DeclarationLocation> answer) => _locations[declarationId] = answer;

    public void HoldLineage(string unitCode) =>
        _heldLineages[unitCode] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void ReleaseLineage(string unitCode)
    {
        if (_heldLineages.TryRemove(unitCode, out var held))
        {
            held.SetResult();
        }
    }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var key = context.TargetId.Key.ToString()!;
        if (context.MethodName == nameof(IDeclaration.WhereAreYouAsync) && _locations.TryGetValue(key, out var answer))
        {
            _asked.Enqueue(key);
            context.Result = answer();
            return;
        }

        if (context.MethodName == nameof(IReviewUnit.GetLineageAsync) && _heldLineages.TryGetValue(key, out var held))
        {
            await held.Task;
        }

        await context.Invoke();
    }
}
