using System.Text.Json.Serialization;

namespace CeActors.Benchmarks.Overload;

/// <summary>What people do on the last day.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkKind>))]
public enum WorkKind
{
    /// <summary>Saves the head of a draft; a place is kept for it.</summary>
    Draft = 0,

    /// <summary>Files a declaration.</summary>
    Filing = 1,

    /// <summary>Passes a declaration on, at its employer, department or agency.</summary>
    Review = 2,

    /// <summary>Reads a page of a unit's to-do list.</summary>
    List = 3,

    /// <summary>Verifies a statement, without a sign-in.</summary>
    Verification = 4,
}

/// <summary>How much of each kind is sent.</summary>
public static class Mix
{
    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<WorkKind> Kinds = Enum.GetValues<WorkKind>();

    /// <summary>Of a hundred requests; each filing can be reviewed three times, so reviews never run out for long.</summary>
    public static readonly IReadOnlyDictionary<WorkKind, int> Shares = new Dictionary<WorkKind, int>
    {
        [WorkKind.Draft] = 30,
        [WorkKind.Filing] = 8,
        [WorkKind.Review] = 20,
        [WorkKind.List] = 32,
        [WorkKind.Verification] = 10,
    };

    private const int Rounds = 10;

    /// <summary>The kinds in an order by chance, each as often as its share says.</summary>
    public static WorkKind[] Order(int seed)
    {
        var order = Enumerable
            .Range(0, Rounds)
            .SelectMany(_ => Shares.SelectMany(share => Enumerable.Repeat(share.Key, share.Value)))
            .ToArray();
        new Random(seed).Shuffle(order);
        return order;
    }
}
