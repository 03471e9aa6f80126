namespace CeActors.Functions.Admission;

/// <summary>
/// Counts what is under way for each of very many keys in a fixed number of slots, so that no number of callers takes more memory.
/// Two keys may share a slot, which makes both bounds a little narrower; which keys do is another draw in every process, so
/// nobody can choose whose slot to fill.
/// </summary>
/// <param name="slotCount">Slots; many more than keys that are busy at the same time.</param>
internal sealed class SharedCounts(int slotCount)
{
    private readonly int[] _counts = new int[slotCount];

    /// <summary>The slot of a key.</summary>
    public static int SlotOf(int hash, int slotCount) => (int)((uint)hash % (uint)slotCount);

    /// <summary>The slot of a text.</summary>
    public int SlotOf(string key) => SlotOf(key.GetHashCode(StringComparison.Ordinal), _counts.Length);

    /// <summary>Adds one.</summary>
    /// <returns>False when there were <paramref name="most"/> already; nothing was added.</returns>
    public bool TryAdd(int slot, int most)
    {
        if (Interlocked.Increment(ref _counts[slot]) <= most)
        {
            return true;
        }

        Interlocked.Decrement(ref _counts[slot]);
        return false;
    }

    /// <summary>Takes one away that <see cref="TryAdd"/> added.</summary>
    public void Remove(int slot) => Interlocked.Decrement(ref _counts[slot]);

    /// <summary>What is under way in a slot.</summary>
    public int Count(int slot) => Volatile.Read(ref _counts[slot]);
}
