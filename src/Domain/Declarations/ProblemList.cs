using System.Collections.Immutable;

namespace CeActors.Domain.Declarations;

/// <summary>Problems up to the bound of one answer; what comes later is dropped, for it shows once the first are mended.</summary>
internal sealed class ProblemList
{
    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();

    public bool IsFull => _problems.Count >= Refusal.ProblemsMax;

    public void Add(Problem problem)
    {
        if (!IsFull)
            _problems.Add(problem);
    }

    public ImmutableArray<Problem> ToImmutable() => _problems.ToImmutable();
}
