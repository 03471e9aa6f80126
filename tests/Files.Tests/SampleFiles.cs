using System.Buffers.Binary;
using System.Text;

namespace CeActors.Files.Tests;

/// <summary>Small files that are whole by their standards.</summary>
internal static class SampleFiles
{
    public static byte[] Pdf(string text = "evidence") =>
        Encoding.Latin1.GetBytes($"%PDF-1.4\n% {text}\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n");

    /// <summary>A PDF of exactly this many bytes.</summary>
    public static byte[] PdfOfSize(int size) => Pdf(new string('x', size - Pdf("").Length));

    public static byte[] Png(params string[] chunkTypes)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        foreach (var type in chunkTypes.Length == 0 ? ["IHDR", "IDAT", "IEND"] : chunkTypes)
        {
            var data = type == "IEND" ? [] : new byte[13];
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
            file.Write(length);
            file.Write(Encoding.ASCII.GetBytes(type));
            file.Write(data);
            file.Write(new byte[4]); // checksum, which nobody here looks at
        }
        return file.ToArray();
    }

    public static byte[] Jpeg() =>
        [
            .. new byte[] { 0xFF, 0xD8 },
            .. new byte[] { 0xFF, 0xE0, 0x00, 0x04, 0xFF, 0xD9 }, // an end marker inside a segment is data
            .. new byte[] { 0xFF, 0xFF, 0xDB, 0x00, 0x03, 0x01 }, // a fill byte before a marker
            .. new byte[] { 0xFF, 0xDA, 0x00, 0x03, 0x01 },
            .. new byte[] { 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56 },
            .. new byte[] { 0xFF, 0xD9 },
        ];
}
