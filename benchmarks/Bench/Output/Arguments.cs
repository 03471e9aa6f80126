using System.Globalization;

namespace CeActors.Benchmarks.Output;

/// <summary>Options of a command: <c>--name value</c>, or <c>--name</c> alone for a switch.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string?> _given = new(StringComparer.Ordinal);

    /// <exception cref="BenchmarkException">Something stands where an option was expected, or twice.</exception>
    public Arguments(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
            {
                throw new BenchmarkException($"'{words[i]}' is not an option; options look like --clients 64.");
            }

            var name = words[i][2..];
            var hasValue = i + 1 < words.Count && !words[i + 1].StartsWith("--", StringComparison.Ordinal);
            if (!_given.TryAdd(name, hasValue ? words[++i] : null))
            {
                throw new BenchmarkException($"--{name} is given twice.");
            }
        }
    }

    /// <summary>True when the switch is there.</summary>
    public bool Has(string name) => _given.Remove(name);

    /// <summary>A whole number within bounds, ends included.</summary>
    /// <exception cref="BenchmarkException">It is not one.</exception>
    public int Number(string name, int usual, int least, int most)
    {
        if (!_given.Remove(name, out var text))
        {
            return usual;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= least
            && value <= most
            ? value
            : throw new BenchmarkException($"--{name} takes a whole number from {least} to {most}.");
    }

    /// <summary>Words separated by commas, each one of those known.</summary>
    /// <exception cref="BenchmarkException">One is not known.</exception>
    public IReadOnlyList<string> Words(string name, IReadOnlyList<string> known, IReadOnlyList<string> usual)
    {
        if (!_given.Remove(name, out var text))
        {
            return usual;
        }

        var words = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length > 0 && words.All(known.Contains)
            ? words
            : throw new BenchmarkException($"--{name} takes some of {string.Join(", ", known)}, with commas between.");
    }

    /// <summary>A folder that is there; null when the option is not given.</summary>
    /// <exception cref="BenchmarkException">There is none.</exception>
    public string? Folder(string name)
    {
        if (!_given.Remove(name, out var path))
        {
            return null;
        }

        return Directory.Exists(path)
            ? Path.GetFullPath(path)
            : throw new BenchmarkException($"--{name} takes a folder that is there.");
    }

    /// <summary>To be called when all options have been read.</summary>
    /// <exception cref="BenchmarkException">There are others.</exception>
    public void RefuseOthers()
    {
        if (_given.Count > 0)
        {
            throw new BenchmarkException($"Unknown option --{_given.Keys.First()}.");
        }
    }
}
