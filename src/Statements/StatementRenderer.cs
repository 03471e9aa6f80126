using System.Security.Cryptography;
using CeActors.Statements.Fonts;
using CeActors.Statements.Layout;
using SkiaSharp;

namespace CeActors.Statements;

/// <summary>
/// Makes recognition statements: A4, real text in embedded fonts cut down to what is used, a QR code with the verification
/// address. Safe for use by many threads; the fonts are loaded once a process.
/// </summary>
public sealed class StatementRenderer
{
    /// <summary>Renders a statement. The same document gives the same bytes.</summary>
    /// <exception cref="ArgumentException">The document is outside the bounds its members name.</exception>
    /// <exception cref="MissingGlyphException">A text holds characters that the fonts lack.</exception>
    public RenderedStatement Render(StatementDocument document)
    {
        StatementCheck.Require(document);
        var missing = MissingGlyphs(string.Concat(StatementCheck.TextsOf(document)));
        if (missing.Count > 0)
        {
            throw new MissingGlyphException(missing);
        }
        var (pages, signature) = StatementLayout.Arrange(document);
        var pdf = PdfPainter.Paint(pages, MetadataOf(document));
        PdfDates.Pin(pdf, document.IssuedOn);
        return new RenderedStatement(pdf, Convert.ToHexStringLower(SHA256.HashData(pdf)), pages.Count, signature);
    }

    /// <summary>
    /// The characters of a text that a statement cannot print, each once; empty when all can be. Ask before a statement is
    /// issued. Line breaks and other control characters count as missing.
    /// </summary>
    public IReadOnlyList<string> MissingGlyphs(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return StatementFonts.Shared.Missing(text);
    }

    private static SKDocumentPdfMetadata MetadataOf(StatementDocument document)
    {
        var issued = document.IssuedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return new SKDocumentPdfMetadata
        {
            Title = $"{Wording.System}{Wording.Form} {document.Number}",
            Author = document.IssuingAgencyName,
            Subject = Wording.Form,
            Creator = "CeActors",
            Producer = "CeActors",
            Creation = issued,
            Modified = issued,
            RasterDpi = 300,
            EncodingQuality = 101,
        };
    }
}
