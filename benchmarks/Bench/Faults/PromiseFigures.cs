using System.Text.Json.Serialization;

namespace CeActors.Benchmarks.Faults;

/// <summary>A way in which a promise can be broken.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Promise>))]
public enum Promise
{
    /// <summary>An acknowledged command without effect.</summary>
    Lost = 0,

    /// <summary>A command with more than one effect.</summary>
    Doubled = 1,

    /// <summary>Versions that do not follow each other.</summary>
    Gap = 2,

    /// <summary>Another version, draft or course of things than the client was told.</summary>
    Different = 3,

    /// <summary>A queue row without its declaration there.</summary>
    StrayRow = 4,

    /// <summary>A declaration without its queue row.</summary>
    MissingRow = 5,

    /// <summary>A repeated command that was not answered as the first time.</summary>
    OtherAnswer = 6,
}

/// <summary>Broken promises, counted.</summary>
public sealed class PromiseFigures
{
    private const int ExamplesMax = 5;
    private readonly List<string> _examples = [];

    /// <summary>Commands that clients were told are done.</summary>
    public long Acknowledged { get; init; }

    /// <summary>How often each was broken.</summary>
    public SortedDictionary<Promise, long> Broken { get; } =
        new(Enum.GetValues<Promise>().ToDictionary(promise => promise, _ => 0L));

    /// <summary>The first cases.</summary>
    public IReadOnlyList<string> Examples => _examples;

    /// <summary>All of them together.</summary>
    public long BrokenCount => Broken.Values.Sum();

    /// <summary>Counts breaks of one kind.</summary>
    public void Break(Promise promise, long times, string what)
    {
        Broken[promise] += times;
        if (times > 0 && _examples.Count < ExamplesMax)
        {
            _examples.Add($"{promise}: {what}");
        }
    }
}
