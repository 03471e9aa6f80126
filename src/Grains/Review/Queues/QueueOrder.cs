using CeActors.Contracts.Review;

namespace CeActors.Grains.Review.Queues;

/// <summary>All slots of a list in one order, with what they are ordered by.</summary>
internal sealed class QueueOrder
{
    private static readonly byte[] NoName = [];

    private readonly bool _byName;
    private string[] _ids = [];
    private long[] _numbers = [];
    private byte[][] _nameKeys = [];

    public QueueOrder(QueueSort sort)
    {
        Sort = sort;
        _byName = sort is QueueSort.PersonName or QueueSort.EmployerName;
        Slots = new SortedSlots((position, slot) => position.CompareWhereNumbersAreEqual(NameKeyOf(slot), _ids[slot]));
    }

    /// <summary>The order.</summary>
    public QueueSort Sort { get; }

    /// <summary>The slots in it.</summary>
    public SortedSlots Slots { get; }

    /// <summary>Puts a slot where it belongs.</summary>
    public void Add(int slot, QueuePosition position)
    {
        if (slot >= _numbers.Length)
        {
            var size = Math.Max(16, slot * 2);
            Array.Resize(ref _ids, size);
            Array.Resize(ref _numbers, size);
            if (_byName)
            {
                Array.Resize(ref _nameKeys, size);
            }
        }

        _ids[slot] = position.DeclarationId;
        _numbers[slot] = position.Number;
        if (_byName)
        {
            _nameKeys[slot] = position.NameKey;
        }

        Slots.Insert(position, slot);
    }

    /// <summary>Takes a slot out.</summary>
    public void Remove(int slot)
    {
        Slots.Remove(new QueuePosition(_numbers[slot], NameKeyOf(slot), _ids[slot]), slot);
        _ids[slot] = "";
        if (_byName)
        {
            _nameKeys[slot] = NoName;
        }
    }

    private byte[] NameKeyOf(int slot) => _byName ? _nameKeys[slot] : NoName;
}
