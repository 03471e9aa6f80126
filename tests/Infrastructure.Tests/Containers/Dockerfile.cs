using System.Text.RegularExpressions;
using CeActors.Testing;

namespace CeActors.Infrastructure.Tests.Containers;

/// <summary>A Dockerfile, read as far as the tests need it.</summary>
internal sealed partial class Dockerfile
{
    private Dockerfile(string name, IReadOnlyList<Instruction> instructions)
    {
        Name = name;
        Instructions = instructions;
    }

    public string Name { get; }

    /// <summary>All in their order.</summary>
    public IReadOnlyList<Instruction> Instructions { get; }

    /// <summary>Stages in their order; each begins with its FROM.</summary>
    public IReadOnlyList<Stage> Stages
    {
        get
        {
            var stages = new List<Stage>();
            foreach (var instruction in Instructions)
            {
                if (instruction.Word == "FROM")
                {
                    var words = instruction.Rest.Split(' ');
                    stages.Add(new Stage(words[0], words.Length == 3 && words[1] == "AS" ? words[2] : "", []));
                }
                else
                {
                    stages[^1].Instructions.Add(instruction);
                }
            }

            return stages;
        }
    }

    /// <summary>Environment variables of the image that comes of it.</summary>
    public IReadOnlyDictionary<string, string> Variables =>
        Stages[^1]
            .Instructions.Where(each => each.Word == "ENV")
            .SelectMany(each => each.Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>All of the repository.</summary>
    public static IReadOnlyList<Dockerfile> All { get; } =
    [
        .. Directory
            .GetFiles(Path.Combine(RepositoryRoot.Path, "infra", "docker"), "*.Dockerfile")
            .Order(StringComparer.Ordinal)
            .Select(file => Parse(Path.GetFileName(file), File.ReadAllText(file))),
    ];

    public static Dockerfile Of(string part) => All.Single(file => file.Name == part + ".Dockerfile");

    public static Dockerfile Parse(string name, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Where(line => !line.TrimStart().StartsWith('#'));
        var whole = Continuation().Replace(string.Join('\n', lines), " ");
        return new Dockerfile(
            name,
            [
                .. whole
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(line => line.Split(' ', 2))
                    .Select(parts => new Instruction(parts[0], Blanks().Replace(parts[1], " "))),
            ]
        );
    }

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continuation();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}

/// <param name="Word">For example COPY.</param>
/// <param name="Rest">What follows it, on one line.</param>
internal sealed record Instruction(string Word, string Rest)
{
    /// <summary>Of a COPY: the stage it copies from; null for the repository.</summary>
    public string? FromStage =>
        Rest.Split(' ')
            .FirstOrDefault(word => word.StartsWith("--from=", StringComparison.Ordinal))
            ?["--from=".Length..];

    /// <summary>Of a COPY: what is copied.</summary>
    public IReadOnlyList<string> Sources =>
        [.. Rest.Split(' ').Where(word => !word.StartsWith("--", StringComparison.Ordinal)).SkipLast(1)];
}

/// <param name="Image">What it begins with.</param>
/// <param name="Name">As what others copy from it; empty without a name.</param>
/// <param name="Instructions">What follows.</param>
internal sealed record Stage(string Image, string Name, List<Instruction> Instructions);
