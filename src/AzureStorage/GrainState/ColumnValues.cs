using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Azure.Data.Tables;

namespace CeActors.AzureStorage.GrainState;

/// <summary>The columns of an index row: which are allowed, how large they are, and a digest that tells a changed row.</summary>
internal static class ColumnValues
{
    private const int ColumnNameCharactersMax = 255;
    private const int ColumnOverheadBytes = 40;
    private const int ScalarBytes = 40;
    private const int JsonBytesPerCharacterMax = 6;

    /// <summary>Checks the columns, writes them to the entity and returns their estimated size as JSON.</summary>
    /// <exception cref="ArgumentException">A name or a type is not allowed, or a text is too long.</exception>
    public static int Write(IndexRow row, TableEntity entity)
    {
        if (row.Columns.Count > GroupCommitLimits.ColumnsMax)
        {
            throw new ArgumentException(
                $"An index row has {row.Columns.Count} columns; the bound is {GroupCommitLimits.ColumnsMax}."
            );
        }

        var bytes = 0;
        foreach (var (name, value) in row.Columns)
        {
            if (!IsColumnName(name))
            {
                throw new ArgumentException($"'{name}' cannot be the name of a column of an index row.");
            }

            if (value is null)
            {
                continue;
            }

            entity[name] = Checked(name, value);
            bytes +=
                ColumnOverheadBytes
                + 2 * name.Length
                + (value is string text ? text.Length * JsonBytesPerCharacterMax : ScalarBytes);
        }

        return bytes;
    }

    /// <summary>At most so many bytes has a list of stored row keys as JSON: of ASCII only its line ends are escaped.</summary>
    public static int JsonBytesOf(string storedKeys) =>
        storedKeys.Length * (Ascii.IsValid(storedKeys) ? 2 : JsonBytesPerCharacterMax);

    /// <summary>Sixteen hexadecimal digits that differ when a name, a type or a value differs; the order does not matter.</summary>
    public static string Digest(IndexRow row)
    {
        ulong sum = 0;
        Span<byte> scratch = stackalloc byte[512];
        foreach (var (name, value) in row.Columns)
        {
            if (value is not null)
            {
                sum += DigestOf(name, value, scratch);
            }
        }

        return sum.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static ulong DigestOf(string name, object value, Span<byte> scratch)
    {
        // A column is hashed by itself and the hashes are added, so that the order of a dictionary means nothing.
        var kind = (byte)(
            value switch
            {
                string => 's',
                int => 'i',
                long => 'l',
                bool => 'b',
                _ => 'd',
            }
        );
        Span<byte> scalar = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(
            scalar,
            value switch
            {
                int number => number,
                long number => number,
                bool flag => flag ? 1 : 0,
                DateTimeOffset instant => instant.UtcTicks,
                _ => 0,
            }
        );
        var text = value as string ?? "";
        var size = Encoding.UTF8.GetMaxByteCount(name.Length + text.Length) + 10;
        var buffer = size <= scratch.Length ? scratch : new byte[size];
        var length = Encoding.UTF8.GetBytes(name, buffer);
        buffer[length++] = 0;
        buffer[length++] = kind;
        scalar.CopyTo(buffer[length..]);
        length += scalar.Length;
        length += Encoding.UTF8.GetBytes(text, buffer[length..]);
        return XxHash3.HashToUInt64(buffer[..length]);
    }

    private static object Checked(string name, object value) =>
        value switch
        {
            string text when text.Length > GroupCommitLimits.TextCharactersMax => throw new ArgumentException(
                $"Column '{name}' of an index row has {text.Length} characters; the bound is {GroupCommitLimits.TextCharactersMax}."
            ),
            string or int or long or bool => value,
            DateTimeOffset instant => instant.ToUniversalTime(),
            _ => throw new ArgumentException($"Column '{name}' of an index row has the type {value.GetType().Name}."),
        };

    private static bool IsColumnName(string name) =>
        name.Length is > 0 and <= ColumnNameCharactersMax
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        && name is not ("PartitionKey" or "RowKey" or "Timestamp" or "ETag");
}
