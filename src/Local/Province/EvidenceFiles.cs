using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CeActors.Local.Province;

/// <summary>A file that a person uploads.</summary>
/// <param name="Name">File name.</param>
/// <param name="ContentType">What it really is.</param>
/// <param name="Bytes">Content.</param>
public sealed record EvidenceFile(string Name, string ContentType, byte[] Bytes);

/// <summary>Evidence made when it is needed: real PDF and JPEG files, each different from every other.</summary>
public static class EvidenceFiles
{
    private const string ScanResource = "CeActors.Local.Province.Scan.jpg";
    private const byte Marker = 0xFF;
    private const byte Comment = 0xFE;
    private const int StartOfImageBytes = 2;

    /// <summary>A one-page PDF that certifies hours of a year, with text that a reader can search.</summary>
    public static EvidenceFile Certificate(ProvincePerson person, int year, string hours) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{year}年结业证书.pdf"),
            "application/pdf",
            PlainPdf.Write([
                "继续教育结业证书（演示样张）",
                string.Create(CultureInfo.InvariantCulture, $"姓名：{person.Name}    年度：{year}"),
                $"单位：{person.Employer.Name}",
                $"学时：{hours}",
                "本文件由演示程序生成，所述单位与人员均为虚构。",
            ])
        );

    /// <summary>A scan: the shipped picture with a comment inside that names its subject, so that no two are alike.</summary>
    public static EvidenceFile Scan(ProvincePerson person, int year)
    {
        using var stream = typeof(EvidenceFiles).Assembly.GetManifestResourceStream(ScanResource)!;
        var picture = new byte[stream.Length];
        stream.ReadExactly(picture);
        var comment = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{person.Account} {year}"));
        var segment = new byte[4 + comment.Length];
        segment[0] = Marker;
        segment[1] = Comment;
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(comment.Length + 2));
        comment.CopyTo(segment, 4);
        byte[] bytes = [.. picture[..StartOfImageBytes], .. segment, .. picture[StartOfImageBytes..]];
        return new EvidenceFile(
            string.Create(CultureInfo.InvariantCulture, $"{year}年证书扫描件.jpg"),
            "image/jpeg",
            bytes
        );
    }
}
