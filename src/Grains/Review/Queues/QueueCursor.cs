using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;

namespace CeActors.Grains.Review.Queues;

/// <summary>
/// Where a page ended, as an opaque text: the values it was ordered by, not a number of lines, so that it keeps its
/// meaning while entries come and go, in another activation too.
/// </summary>
internal static class QueueCursor
{
    /// <summary>A longer text is no cursor of ours.</summary>
    public const int CharactersMax = 2_000;

    private const char Separator = '\n';

    /// <summary>The cursor that continues after <paramref name="last"/>.</summary>
    public static string After(QueueSort sort, bool descending, QueueEntry last)
    {
        var value = sort switch
        {
            QueueSort.PersonName => last.PersonName,
            QueueSort.EmployerName => last.EmployerName,
            _ => QueuePosition.Of(sort, last).Number.ToString(CultureInfo.InvariantCulture),
        };
        var text = string.Join(Separator, (int)sort, descending ? 'd' : 'a', last.DeclarationId, value);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Reads a cursor; false when it is none, or one of another order.</summary>
    public static bool TryRead(string cursor, QueueSort sort, bool descending, out QueuePosition position)
    {
        position = default;
        if (cursor.Length > CharactersMax || !Base64Url.IsValid(cursor))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Separator, 4);
        if (
            parts.Length != 4
            || parts[0] != ((int)sort).ToString(CultureInfo.InvariantCulture)
            || parts[1] != (descending ? "d" : "a")
        )
        {
            return false;
        }

        if (sort is QueueSort.PersonName or QueueSort.EmployerName)
        {
            position = QueuePosition.OfName(ChineseOrder.KeyOf(parts[3]), parts[2]);
            return true;
        }

        var isNumber = long.TryParse(
            parts[3],
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        );
        position = QueuePosition.OfNumber(number, parts[2]);
        return isNumber;
    }
}
