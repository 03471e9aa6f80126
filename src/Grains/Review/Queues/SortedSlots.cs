namespace CeActors.Grains.Review.Queues;

/// <summary>
/// Slot numbers kept in an order, in blocks: an insertion or removal moves at most one block, a seek is two binary searches.
/// </summary>
/// <param name="compareSameNumber">
/// Compares a position with the one of a slot that has the same number; total, so that no two slots are equal.
/// </param>
internal sealed class SortedSlots(Func<QueuePosition, int, int> compareSameNumber)
{
    /// <summary>Slots in one block: small enough to move quickly, large enough that 400,000 make some 1,500 blocks.</summary>
    public const int BlockSlotsMax = 512;

    private readonly List<Block> _blocks = [];

    // The first number of each block, side by side: a seek over all blocks then stays within a few cache lines.
    private readonly List<long> _firstNumbers = [];

    /// <summary>How many slots there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the slot that stands at <paramref name="position"/>.</summary>
    public void Insert(QueuePosition position, int slot)
    {
        Count++;
        if (_blocks.Count == 0)
        {
            AddLast(Block.Of(position.Number, slot));
            return;
        }

        var (blockIndex, at) = Seek(position);
        var block = _blocks[blockIndex];
        if (block.Count == BlockSlotsMax)
        {
            if (at == BlockSlotsMax && blockIndex == _blocks.Count - 1)
            {
                // What comes in order of time always comes last: leave full blocks behind it, not halves.
                AddLast(Block.Of(position.Number, slot));
                return;
            }

            var upper = block.SplitUpperHalf();
            _blocks.Insert(blockIndex + 1, upper);
            _firstNumbers.Insert(blockIndex + 1, upper.Numbers[0]);
            if (at > block.Count)
            {
                at -= block.Count;
                block = upper;
                blockIndex++;
            }
        }

        block.InsertAt(at, position.Number, slot);
        _firstNumbers[blockIndex] = block.Numbers[0];
    }

    /// <summary>Removes the slot that stands at <paramref name="position"/>.</summary>
    /// <exception cref="InvalidOperationException">It is not there: the order has been broken.</exception>
    public void Remove(QueuePosition position, int slot)
    {
        var (blockIndex, at) = Seek(position);
        var block = _blocks.Count > 0 ? _blocks[blockIndex] : Block.None;
        if (at >= block.Count || block.Slots[at] != slot)
        {
            throw new InvalidOperationException($"Slot {slot} is not at its place in the order.");
        }

        block.RemoveAt(at);
        Count--;
        if (block.Count == 0)
        {
            RemoveBlock(blockIndex);
            return;
        }

        _firstNumbers[blockIndex] = block.Numbers[0];
        if (blockIndex + 1 < _blocks.Count && block.Count + _blocks[blockIndex + 1].Count <= BlockSlotsMax / 2)
        {
            block.Append(_blocks[blockIndex + 1]);
            RemoveBlock(blockIndex + 1);
        }
    }

    /// <summary>How many slots stand before <paramref name="position"/>.</summary>
    public int CountBefore(QueuePosition position)
    {
        if (_blocks.Count == 0)
        {
            return 0;
        }

        var (blockIndex, at) = Seek(position);
        for (var before = 0; before < blockIndex; before++)
        {
            at += _blocks[before].Count;
        }

        return at;
    }

    /// <summary>The slots from the start, or those after <paramref name="after"/>.</summary>
    public IEnumerable<int> Ascending(QueuePosition? after)
    {
        var (blockIndex, at) = after is { } position && _blocks.Count > 0 ? Seek(position) : (0, 0);
        for (; blockIndex < _blocks.Count; blockIndex++, at = 0)
        {
            var block = _blocks[blockIndex];
            for (; at < block.Count; at++)
            {
                if (after is { } skipped && Compare(skipped, block, at) == 0)
                {
                    continue;
                }

                yield return block.Slots[at];
            }
        }
    }

    /// <summary>The slots from the end backwards, or those before <paramref name="before"/>.</summary>
    public IEnumerable<int> Descending(QueuePosition? before)
    {
        if (_blocks.Count == 0)
        {
            yield break;
        }

        var (blockIndex, at) = before is { } position ? Seek(position) : (_blocks.Count - 1, _blocks[^1].Count);
        for (at--; blockIndex >= 0; blockIndex--, at = blockIndex >= 0 ? _blocks[blockIndex].Count - 1 : 0)
        {
            for (; at >= 0; at--)
            {
                yield return _blocks[blockIndex].Slots[at];
            }
        }
    }

    // The block and the place in it of the first slot at or after the position; at the end of the last block when there is none.
    private (int Block, int At) Seek(QueuePosition position)
    {
        int low = 0,
            high = _blocks.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            var order = position.Number.CompareTo(_firstNumbers[middle]);
            if (order > 0 || (order == 0 && compareSameNumber(position, _blocks[middle].Slots[0]) >= 0))
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        if (_blocks.Count == 0)
        {
            return (0, 0);
        }

        var block = _blocks[low];
        int from = 0,
            to = block.Count;
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (Compare(position, block, middle) > 0)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return (low, from);
    }

    private void AddLast(Block block)
    {
        _blocks.Add(block);
        _firstNumbers.Add(block.Numbers[0]);
    }

    private void RemoveBlock(int blockIndex)
    {
        _blocks.RemoveAt(blockIndex);
        _firstNumbers.RemoveAt(blockIndex);
    }

    // Most comparisons end with the number, which stands beside the slot: no look elsewhere in memory.
    private int Compare(QueuePosition position, Block block, int at)
    {
        var order = position.Number.CompareTo(block.Numbers[at]);
        return order != 0 ? order : compareSameNumber(position, block.Slots[at]);
    }

    private sealed class Block
    {
        public static readonly Block None = new();

        public int[] Slots { get; } = new int[BlockSlotsMax];

        public long[] Numbers { get; } = new long[BlockSlotsMax];

        public int Count { get; private set; }

        public static Block Of(long number, int slot)
        {
            var block = new Block();
            block.InsertAt(0, number, slot);
            return block;
        }

        public void InsertAt(int at, long number, int slot)
        {
            Array.Copy(Slots, at, Slots, at + 1, Count - at);
            Array.Copy(Numbers, at, Numbers, at + 1, Count - at);
            Slots[at] = slot;
            Numbers[at] = number;
            Count++;
        }

        public void RemoveAt(int at)
        {
            Count--;
            Array.Copy(Slots, at + 1, Slots, at, Count - at);
            Array.Copy(Numbers, at + 1, Numbers, at, Count - at);
        }

        public void Append(Block other)
        {
            Array.Copy(other.Slots, 0, Slots, Count, other.Count);
            Array.Copy(other.Numbers, 0, Numbers, Count, other.Count);
            Count += other.Count;
        }

        public Block SplitUpperHalf()
        {
            var upper = new Block { Count = Count / 2 };
            Count -= upper.Count;
            Array.Copy(Slots, Count, upper.Slots, 0, upper.Count);
            Array.Copy(Numbers, Count, upper.Numbers, 0, upper.Count);
            return upper;
        }
    }
}
