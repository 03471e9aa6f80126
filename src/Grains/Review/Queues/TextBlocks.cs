using System.Collections;
using System.Text;

namespace CeActors.Grains.Review.Queues;

/// <summary>
/// Texts of many slots one behind the other, so that looking for a word goes through memory once instead of to each text. A
/// block is put together when it is looked through for the first time after a change.
/// </summary>
/// <param name="textOf">The text of a slot; null when it is empty.</param>
internal sealed class TextBlocks(Func<int, string?> textOf)
{
    /// <summary>Slots in one block.</summary>
    public const int BlockSlots = 256;

    private const char Separator = '\n';

    private Block?[] _blocks = [];

    /// <summary>The text of a slot has changed.</summary>
    public void Change(int slot)
    {
        var block = slot / BlockSlots;
        if (block < _blocks.Length)
        {
            _blocks[block] = null;
        }
    }

    /// <summary>Sets the bit of every slot whose text contains <paramref name="word"/>, in capitals or not.</summary>
    /// <param name="word">Not empty.</param>
    /// <param name="found">One bit a slot.</param>
    public void Find(string word, BitArray found)
    {
        if (word.Contains(Separator))
        {
            return;
        }

        var comparison = ComparisonFor(word);
        var blocks = (found.Length + BlockSlots - 1) / BlockSlots;
        if (_blocks.Length < blocks)
        {
            Array.Resize(ref _blocks, blocks);
        }

        for (var at = 0; at < blocks; at++)
        {
            var first = at * BlockSlots;
            (_blocks[at] ??= Block.Of(textOf, first, Math.Min(BlockSlots, found.Length - first))).Find(
                word,
                comparison,
                first,
                found
            );
        }
    }

    /// <summary>
    /// Without regard to capitals; but a word that has none, such as one in Chinese or digits, is looked for as it is, which
    /// the runtime does many characters at a time.
    /// </summary>
    public static StringComparison ComparisonFor(string word) =>
        word.Any(letter => char.ToUpperInvariant(letter) != letter || char.ToLowerInvariant(letter) != letter)
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;

    private sealed record Block(string Text, int[] Starts)
    {
        public static Block Of(Func<int, string?> textOf, int first, int count)
        {
            var text = new StringBuilder();
            var starts = new int[count];
            for (var at = 0; at < count; at++)
            {
                starts[at] = text.Length;
                text.Append(textOf(first + at)).Append(Separator);
            }

            return new Block(text.ToString(), starts);
        }

        public void Find(string word, StringComparison comparison, int first, BitArray found)
        {
            var from = 0;
            while (Text.AsSpan(from).IndexOf(word, comparison) is >= 0 and var ahead)
            {
                var place = Array.BinarySearch(Starts, from + ahead);
                var slot = place >= 0 ? place : ~place - 1;
                found[first + slot] = true;
                if (slot + 1 == Starts.Length)
                {
                    return;
                }

                from = Starts[slot + 1];
            }
        }
    }
}
