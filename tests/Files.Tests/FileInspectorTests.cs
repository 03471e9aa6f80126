using CeActors.Files.Inspection;
using Shouldly;
using Xunit;

namespace CeActors.Files.Tests;

public sealed class FileInspectorTests
{
    public static TheoryData<string, byte[]> Whole() =>
        new()
        {
            { EvidenceType.Pdf, SampleFiles.Pdf() },
            { EvidenceType.Pdf, [.. SampleFiles.Pdf(), .. new byte[900]] },
            { EvidenceType.Png, SampleFiles.Png() },
            { EvidenceType.Png, SampleFiles.Png("IHDR", "tEXt", "IDAT", "IDAT", "IEND") },
            { EvidenceType.Png, [.. SampleFiles.Png(), 1, 2, 3] },
            { EvidenceType.Jpeg, SampleFiles.Jpeg() },
            { EvidenceType.Jpeg, [.. SampleFiles.Jpeg(), .. "data of a phone"u8] },
        };

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_whole_file_of_the_declared_type_is_taken(string type, byte[] file) =>
        FileInspector.Inspect(file, type).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_whole_file_under_another_type_is_refused(string type, byte[] file)
    {
        foreach (var other in EvidenceType.All.Where(other => other != type))
        {
            FileInspector.Inspect(file, other).ShouldBe(EvidenceRefusal.TypeDiffers);
        }
    }

    public static TheoryData<string, byte[]> Broken() =>
        new()
        {
            { EvidenceType.Pdf, "%PDF-1.4 and then nothing"u8.ToArray() },
            { EvidenceType.Pdf, [.. SampleFiles.Pdf(), .. new byte[1100]] }, // the end mark is too far from the end
            { EvidenceType.Png, SampleFiles.Png()[..^1] },
            { EvidenceType.Png, SampleFiles.Png()[..8] },
            { EvidenceType.Png, SampleFiles.Png("IHDR", "IEND") },
            { EvidenceType.Png, SampleFiles.Png("IDAT", "IEND") },
            { EvidenceType.Png, SampleFiles.Png("IHDR", "IHDR", "IDAT", "IEND") },
            { EvidenceType.Png, SampleFiles.Png("IHDR", "IDAT") },
            { EvidenceType.Png, [.. SampleFiles.Png()[..8], 0xFF, 0xFF, 0xFF, 0xFF, .. "IHDR"u8, .. new byte[20]] },
            { EvidenceType.Jpeg, SampleFiles.Jpeg()[..^2] },
            { EvidenceType.Jpeg, [0xFF, 0xD8, 0xFF, 0xD9] },
            { EvidenceType.Jpeg, [0xFF, 0xD8, 0xFF] },
            { EvidenceType.Jpeg, [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0x00] },
            { EvidenceType.Jpeg, [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x01, 0xFF, 0xD9] },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_file_that_begins_right_and_is_not_whole_is_refused(string type, byte[] file) =>
        FileInspector.Inspect(file, type).ShouldBe(EvidenceRefusal.Damaged);

    [Theory]
    [InlineData("")]
    [InlineData("%PDF")]
    [InlineData("<html>%PDF-1.4")]
    [InlineData("MZ")]
    [InlineData("PK\u0003\u0004")]
    public void Other_bytes_are_refused_whatever_they_are_called(string text)
    {
        var file = System.Text.Encoding.Latin1.GetBytes(text);
        foreach (var type in EvidenceType.All)
        {
            FileInspector.Inspect(file, type).ShouldBe(EvidenceRefusal.TypeNotAllowed);
        }
    }

    [Fact]
    public void No_cut_of_a_good_file_is_an_accident()
    {
        foreach (
            var (type, file) in new[] { (EvidenceType.Png, SampleFiles.Png()), (EvidenceType.Jpeg, SampleFiles.Jpeg()) }
        )
        {
            for (var length = 0; length < file.Length; length++)
            {
                FileInspector.Inspect(file.AsSpan(0, length), type).ShouldNotBeNull($"{type} cut to {length}");
            }
        }
    }
}
