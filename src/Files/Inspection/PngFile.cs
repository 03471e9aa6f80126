using System.Buffers.Binary;

namespace CeActors.Files.Inspection;

/// <summary>PNG, ISO/IEC 15948 clause 5: a signature, then chunks from IHDR to IEND.</summary>
internal static class PngFile
{
    private const int LengthBytes = 4;
    private const int TypeBytes = 4;
    private const int ChecksumBytes = 4;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsWhole(ReadOnlySpan<byte> file)
    {
        var rest = file[Signature.Length..];
        var isFirst = true;
        var hasImage = false;
        while (rest.Length >= LengthBytes + TypeBytes + ChecksumBytes)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var type = rest.Slice(LengthBytes, TypeBytes);
            if (
                length > rest.Length - LengthBytes - TypeBytes - ChecksumBytes
                || type.SequenceEqual("IHDR"u8) != isFirst
            )
            {
                return false;
            }
            if (type.SequenceEqual("IEND"u8))
            {
                return hasImage;
            }
            hasImage |= type.SequenceEqual("IDAT"u8);
            isFirst = false;
            rest = rest[(LengthBytes + TypeBytes + (int)length + ChecksumBytes)..];
        }
        return false;
    }
}
