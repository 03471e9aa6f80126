namespace CeActors.Grains.Review.Queues;

/// <summary>When a list is to be read from its rows.</summary>
internal sealed class ReadingPlan
{
    /// <summary>Readings closer together than this are one.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromSeconds(5);

    private readonly SortedSet<DateTimeOffset> _planned = [];

    /// <summary>How many are planned.</summary>
    public int Count => _planned.Count;

    /// <summary>When the next is due; null when none is planned.</summary>
    public DateTimeOffset? Next => _planned.Count == 0 ? null : _planned.Min;

    /// <summary>Plans one, unless another is planned for then or shortly after.</summary>
    public void Add(DateTimeOffset at)
    {
        if (!_planned.GetViewBetween(at, at + Together).Any())
        {
            _planned.Add(at);
        }
    }

    /// <summary>Whether one is due; it then counts as done, with all others that are.</summary>
    public bool TakeDue(DateTimeOffset now) => _planned.RemoveWhere(at => at <= now) > 0;
}
