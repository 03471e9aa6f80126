using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CeActors.Functions.Tests.Matrix.Values;

/// <summary>A request that is well-formed and wrong.</summary>
/// <param name="Operation">Operation.</param>
/// <param name="Says">What is wrong, in words; another for each row of the operation.</param>
/// <param name="Status">How it is answered.</param>
/// <param name="Names">
/// What the problem document must name: a place (with a slash or a colon in it; <c>*</c> stands for an id), or else its code.
/// </param>
/// <param name="Spoil">Makes the good request bad.</param>
public sealed record BadRow(
    string Operation,
    string Says,
    int Status,
    string Names,
    Func<MatrixWorld, Stage, Stage> Spoil
)
{
    /// <summary>With another value at one place of the body.</summary>
    public static BadRow At(string operation, string says, int status, string names, string path, JsonNode? value) =>
        // A node belongs to one body, and this row may run for several.
        new(operation, says, status, names, (_, stage) => stage.Where(path, value?.DeepClone()));

    /// <summary>With another body.</summary>
    public static BadRow Body(string operation, string says, int status, string names, string body) =>
        new(operation, says, status, names, (_, stage) => stage with { Body = body });

    /// <summary>With another value in the address.</summary>
    public static BadRow Address(
        string operation,
        string says,
        int status,
        string names,
        string parameter,
        string value
    ) => new(operation, says, status, names, (_, stage) => stage.At(parameter, value));

    /// <summary>About what another operation's good request is about.</summary>
    public static BadRow About(string operation, string says, int status, string names, string other) =>
        new(operation, says, status, names, (world, stage) => stage.About(world.StageOf(other)));

    /// <summary>Whether a problem document names what it should.</summary>
    public bool IsNamedBy(string code, IReadOnlyList<string> places) =>
        Names.Contains('/') || Names.Contains(':')
            ? places.Any(place => Regex.IsMatch(place, $"^{Regex.Escape(Names).Replace("\\*", "[^/]+")}$"))
            : code == Names;
}
