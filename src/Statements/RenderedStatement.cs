namespace CeActors.Statements;

/// <summary>A finished statement. The same document always gives the same bytes.</summary>
/// <param name="Pdf">The file.</param>
/// <param name="Sha256Hex">SHA-256 of the file, 64 lower-case hexadecimal digits.</param>
/// <param name="PageCount">Number of pages, at least 1.</param>
/// <param name="SignatureArea">Where a visible signature belongs.</param>
public sealed record RenderedStatement(byte[] Pdf, string Sha256Hex, int PageCount, SignatureArea SignatureArea);

/// <summary>
/// The rectangle left free for a signature field, in PDF points (1/72 inch) from the lower left corner of the page.
/// </summary>
/// <param name="PageNumber">Counted from 1; always the last page.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Top">Upper edge.</param>
public sealed record SignatureArea(int PageNumber, float Left, float Bottom, float Right, float Top);
