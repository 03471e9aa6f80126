using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;

namespace CeActors.Grains.Review.Queues;

/// <summary>A place in one of the orders of a list, whether or not an entry stands there: ties go by declaration id.</summary>
/// <param name="Number">Ticks, quarter-hours, or the first eight bytes of the name's sort key.</param>
/// <param name="NameKey">The whole sort key for an order by name; empty otherwise.</param>
/// <param name="DeclarationId">Id.</param>
internal readonly record struct QueuePosition(long Number, byte[] NameKey, string DeclarationId)
{
    private static readonly byte[] NoName = [];

    /// <summary>Where an entry stands.</summary>
    public static QueuePosition Of(QueueSort sort, QueueEntry entry) =>
        sort switch
        {
            QueueSort.HeldSince => OfNumber(entry.HeldSince.UtcTicks, entry.DeclarationId),
            QueueSort.SubmittedAt => OfNumber(entry.SubmittedAt.UtcTicks, entry.DeclarationId),
            QueueSort.TotalHours => OfNumber(entry.TotalQuarterHours, entry.DeclarationId),
            QueueSort.PersonName => OfName(ChineseOrder.KeyOf(entry.PersonName), entry.DeclarationId),
            QueueSort.EmployerName => OfName(ChineseOrder.KeyOf(entry.EmployerName), entry.DeclarationId),
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
        };

    /// <summary>A place in an order by number.</summary>
    public static QueuePosition OfNumber(long number, string declarationId) => new(number, NoName, declarationId);

    /// <summary>A place in an order by name.</summary>
    public static QueuePosition OfName(byte[] nameKey, string declarationId) =>
        new(ChineseOrder.PrefixOf(nameKey), nameKey, declarationId);

    /// <summary>Compares with another place of the same order that has the same number.</summary>
    public int CompareWhereNumbersAreEqual(byte[] nameKey, string declarationId)
    {
        var order = NameKey.AsSpan().SequenceCompareTo(nameKey);
        return order != 0 ? order : string.CompareOrdinal(DeclarationId, declarationId);
    }
}
