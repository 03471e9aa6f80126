using CeActors.Local.Province;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace CeActors.Local.Tests.Province;

public sealed class EvidenceFilesTests
{
    private static readonly ProvincePerson Someone = new DemoProvince(2025).Person(7);

    [Fact]
    public void A_certificate_is_a_pdf_of_one_page()
    {
        var file = EvidenceFiles.Certificate(Someone, 2024, "40");
        using var document = PdfDocument.Open(file.Bytes);
        document.NumberOfPages.ShouldBe(1);
        file.ContentType.ShouldBe("application/pdf");
    }

    [Fact]
    public void A_scan_is_a_jpeg_from_its_first_marker_to_its_last_and_no_two_are_alike()
    {
        var file = EvidenceFiles.Scan(Someone, 2024);
        file.Bytes[..2].ShouldBe([0xFF, 0xD8]);
        file.Bytes[^2..].ShouldBe([0xFF, 0xD9]);
        EvidenceFiles.Scan(Someone, 2025).Bytes.ShouldNotBe(file.Bytes);
    }
}
