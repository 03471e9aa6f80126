using System.Buffers.Binary;

namespace CeActors.Files.Inspection;

/// <summary>
/// JPEG, ITU-T T.81 annex B: segments up to the scan, then coded data up to the end marker. Bytes after the end marker are
/// allowed: many phones append data of their own.
/// </summary>
internal static class JpegFile
{
    private const byte MarkerPrefix = 0xFF;
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    public static ReadOnlySpan<byte> Signature => [MarkerPrefix, 0xD8, MarkerPrefix];

    private static ReadOnlySpan<byte> EndMarker => [MarkerPrefix, EndOfImage];

    public static bool IsWhole(ReadOnlySpan<byte> file)
    {
        var position = 2; // after the start-of-image marker
        while (position + 4 <= file.Length && file[position] == MarkerPrefix)
        {
            var marker = file[position + 1];
            if (marker == MarkerPrefix)
            {
                position++; // fill byte
                continue;
            }
            if (marker == EndOfImage)
            {
                return false; // an image without a scan
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(position + 2)..]);
            if (length < 2 || position + 2 + length > file.Length)
            {
                return false;
            }
            position += 2 + length;
            if (marker == StartOfScan)
            {
                // Inside coded data 0xFF is always followed by 0x00 or a restart marker, so this is the real end or a
                // later scan's.
                return file[position..].IndexOf(EndMarker) >= 0;
            }
        }
        return false;
    }
}
