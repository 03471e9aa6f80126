using System.Globalization;
using System.Text;

namespace CeActors.Local.Province;

/// <summary>
/// Writes lines of Chinese text as a one-page A4 PDF, with the reader's own Song typeface (a predefined character map, nothing embedded). For evidence of
/// the demo alone: the recognition statement embeds its fonts.
/// </summary>
internal static class PlainPdf
{
    private const int FirstLine = 740;
    private const int LineHeight = 36;

    public static byte[] Write(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder("BT /F1 16 Tf\n");
        for (var index = 0; index < lines.Count; index++)
        {
            var code = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(lines[index]));
            text.Append(CultureInfo.InvariantCulture, $"1 0 0 1 72 {FirstLine - index * LineHeight} Tm <{code}> Tj\n");
        }

        text.Append("ET\n");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}endstream",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        ];
        return Assemble(objects);
    }

    // Everything is ASCII, so that characters are bytes and offsets are right.
    private static byte[] Assemble(string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var index = 0; index < objects.Length; index++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        );
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
