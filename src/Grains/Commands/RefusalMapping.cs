using System.Collections.Immutable;

namespace CeActors.Grains.Commands;

/// <summary>Domain's refusals and problems as they go over the wire; the two enumerations have the same numbers.</summary>
internal static class RefusalMapping
{
    public static Contracts.Refusal ToContract(this Domain.Refusal refusal) =>
        new(
            (Contracts.RefusalKind)refusal.Kind,
            refusal.Code,
            refusal.Chinese,
            refusal.English,
            refusal.Problems.ToContract(),
            refusal.Facts
        );

    public static ImmutableArray<Contracts.Problem> ToContract(this ImmutableArray<Domain.Problem> problems) =>
        [.. problems.Select(ToContract)];

    private static Contracts.Problem ToContract(Domain.Problem problem) =>
        new(problem.Path, problem.Code, problem.Chinese, problem.English, problem.Rule);
}
