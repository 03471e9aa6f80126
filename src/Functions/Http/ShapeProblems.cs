using System.Collections.Immutable;
using CeActors.Contracts;

namespace CeActors.Functions.Http;

/// <summary>The wrong places found in one request; at most <see cref="RequestLimits.ProblemsMax"/> are kept.</summary>
internal sealed class ShapeProblems
{
    private ImmutableArray<Problem>.Builder? _problems;

    public bool Any => _problems is not null;

    public void Add(string path, string code, string chinese, string english)
    {
        _problems ??= ImmutableArray.CreateBuilder<Problem>();
        // One a place: what is said first is what is to be mended first.
        if (_problems.Count < RequestLimits.ProblemsMax && _problems.All(problem => problem.Path != path))
        {
            _problems.Add(new Problem(path, code, chinese, english));
        }
    }

    public void Required(string path) =>
        Add(path, "required", $"缺少 {path}，请填写。", $"{path} is missing; give it a value.");

    public void TooLong(string path, int charactersMax) =>
        Add(
            path,
            "text-too-long",
            $"{path} 最多 {charactersMax} 个字符，请缩短。",
            $"{path} may have at most {charactersMax} characters; shorten it."
        );

    /// <summary>Names the empty places of a list; an absent list is another rule's matter.</summary>
    public void NoEmptyPlaces<T>(string path, IReadOnlyList<T?>? list)
        where T : class
    {
        for (var index = 0; index < (list?.Count ?? 0); index++)
        {
            if (list![index] is null)
            {
                Required($"{path}/{index}");
            }
        }
    }

    /// <exception cref="RefusedRequestException">Something was found.</exception>
    public void ThrowIfAny()
    {
        if (_problems is not null)
        {
            throw new RefusedRequestException(FrontProblem.Shape(_problems.ToImmutable()));
        }
    }
}
