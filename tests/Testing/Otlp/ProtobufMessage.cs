using System.Text;

namespace CeActors.Testing.Otlp;

/// <summary>One message in the wire format of Protocol Buffers: its fields in their order, each as a number or as bytes.</summary>
internal sealed class ProtobufMessage
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;
    private const int Fixed32 = 5;
    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> _fields = [];

    /// <exception cref="InvalidDataException">It is no such message.</exception>
    public ProtobufMessage(ReadOnlyMemory<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var tag = ReadVarint(bytes.Span, ref at);
            var field = (int)(tag >> 3);
            switch ((int)(tag & 7))
            {
                case Varint:
                    _fields.Add((field, ReadVarint(bytes.Span, ref at), default));
                    break;
                case Fixed64:
                    _fields.Add((field, 0, Take(bytes, ref at, 8)));
                    break;
                case Bytes:
                    var length = (int)ReadVarint(bytes.Span, ref at);
                    _fields.Add((field, 0, Take(bytes, ref at, length)));
                    break;
                case Fixed32:
                    _fields.Add((field, 0, Take(bytes, ref at, 4)));
                    break;
                default:
                    throw new InvalidDataException($"Field {field} has an unknown wire type.");
            }
        }
    }

    /// <summary>The messages of a field.</summary>
    public IEnumerable<ProtobufMessage> Messages(int field) =>
        _fields.Where(each => each.Field == field).Select(each => new ProtobufMessage(each.Bytes));

    /// <summary>The message of a field; an empty one where it is missing.</summary>
    public ProtobufMessage Message(int field) => Messages(field).FirstOrDefault() ?? new ProtobufMessage(default);

    /// <summary>The text of a field; null where it is missing.</summary>
    public string? Text(int field) => Has(field) ? Encoding.UTF8.GetString(Find(field).Bytes.Span) : null;

    /// <summary>The bytes of a field in hexadecimal digits.</summary>
    public string Hexadecimal(int field) => Convert.ToHexStringLower(Find(field).Bytes.Span);

    /// <summary>The number of a field; 0 where it is missing.</summary>
    public ulong Number(int field) => Find(field).Number;

    /// <summary>Whether it is there.</summary>
    public bool Has(int field) => _fields.Exists(each => each.Field == field);

    private (int Field, ulong Number, ReadOnlyMemory<byte> Bytes) Find(int field) =>
        _fields.Find(each => each.Field == field);

    private static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> bytes, ref int at, int length)
    {
        if (length < 0 || at + length > bytes.Length)
        {
            throw new InvalidDataException("A field is longer than its message.");
        }

        var taken = bytes.Slice(at, length);
        at += length;
        return taken;
    }

    private static ulong ReadVarint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong number = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (at >= bytes.Length)
            {
                throw new InvalidDataException("A number has no end.");
            }

            var part = bytes[at++];
            number |= (ulong)(part & 0x7F) << shift;
            if ((part & 0x80) == 0)
            {
                return number;
            }
        }

        throw new InvalidDataException("A number is too long.");
    }
}
