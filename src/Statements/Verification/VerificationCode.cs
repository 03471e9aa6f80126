using QRCoder;
using SkiaSharp;

namespace CeActors.Statements.Verification;

/// <summary>The QR code of the verification address.</summary>
internal static class VerificationCode
{
    /// <summary>Dark (true) and light modules by row and column, quiet zone included.</summary>
    public static bool[][] Matrix(string url)
    {
        using var generator = new QRCodeGenerator();
        // M repairs 15 %: enough for a fold or a stamp on paper, and still coarse modules.
        using var code = generator.CreateQrCode(url, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        return [.. code.ModuleMatrix.Select(row => row.Cast<bool>().ToArray())];
    }

    /// <summary>
    /// The dark modules as rectangles, neighbours in a row joined. The quiet zone goes over the edge of the box: the paper
    /// around it is white.
    /// </summary>
    public static IReadOnlyList<SKRect> Modules(string url, SKRect box)
    {
        var matrix = Matrix(url);
        var quiet = QuietModules(matrix);
        var side = box.Width / (matrix.Length - 2 * quiet);
        var modules = new List<SKRect>();
        for (var row = 0; row < matrix.Length; row++)
        {
            for (var column = 0; column < matrix.Length; column++)
            {
                if (!matrix[row][column])
                {
                    continue;
                }
                var first = column;
                while (column + 1 < matrix.Length && matrix[row][column + 1])
                {
                    column++;
                }
                modules.Add(
                    new SKRect(
                        box.Left + (first - quiet) * side,
                        box.Top + (row - quiet) * side,
                        box.Left + (column + 1 - quiet) * side,
                        box.Top + (row + 1 - quiet) * side
                    )
                );
            }
        }
        return modules;
    }

    // The finder pattern makes the first row with a dark module the first row of the symbol.
    private static int QuietModules(bool[][] matrix) => Array.FindIndex(matrix, row => row.Contains(true));
}
