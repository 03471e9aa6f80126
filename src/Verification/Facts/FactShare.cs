namespace CeActors.Verification.Facts;

/// <summary>Where facts are told.</summary>
internal interface IFactListener
{
    /// <summary>One fact.</summary>
    void Tell(Topic key, FactKind kind, Topic? subject = null, ulong detail = 0);
}

/// <summary>
/// The facts of one share of all keys. When they outgrow the bound, the share is halved and what is no longer in it is
/// dropped: the caller reads the account again for the other shares.
/// </summary>
internal sealed class FactShare(int share, int shares, int heldMax) : IFactListener
{
    private readonly Lock _gate = new();
    private readonly List<Fact> _facts = [];

    /// <summary>How many shares there are: a power of two, growing.</summary>
    public int Shares { get; private set; } = shares;

    /// <inheritdoc />
    public void Tell(Topic key, FactKind kind, Topic? subject = null, ulong detail = 0)
    {
        var fact = new Fact(key.Hash, kind, subject?.Hash ?? 0, detail);
        lock (_gate)
        {
            if (!IsMine(fact))
            {
                return;
            }

            _facts.Add(fact);
            while (_facts.Count > heldMax && Shares < 1 << 20)
            {
                Shares *= 2;
                _facts.RemoveAll(held => !IsMine(held));
            }
        }
    }

    /// <summary>The facts by their keys.</summary>
    public IEnumerable<ArraySegment<Fact>> Groups()
    {
        var facts = _facts.ToArray();
        _facts.Clear();
        Array.Sort(facts);
        for (var from = 0; from < facts.Length; )
        {
            var to = from + 1;
            while (to < facts.Length && facts[to].Key == facts[from].Key)
            {
                to++;
            }

            yield return new ArraySegment<Fact>(facts, from, to - from);
            from = to;
        }
    }

    private bool IsMine(Fact fact) => (int)(fact.Key & (ulong)(Shares - 1)) == share;
}
