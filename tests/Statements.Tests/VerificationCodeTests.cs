using CeActors.Statements.Layout;
using CeActors.Statements.Verification;
using QRCoder;
using Shouldly;
using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Actions;
using Xunit;

namespace CeActors.Statements.Tests;

public sealed class VerificationCodeTests
{
    private const string Url = "https://verify.example/statements/HN430000-2026-00000017?code=8F3K-22QD";

    [Fact]
    public void The_modules_drawn_are_those_of_the_address()
    {
        var box = new SKRect(10, 20, 110, 120);
        using var generator = new QRCodeGenerator();
        using var expected = generator.CreateQrCode(Url, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        const int quiet = 4; // modules, by the standard
        var modulesASide = expected.ModuleMatrix.Count - 2 * quiet;
        var side = box.Width / modulesASide;

        var drawn = VerificationCode.Modules(Url, box);

        for (var row = 0; row < modulesASide; row++)
        {
            for (var column = 0; column < modulesASide; column++)
            {
                var x = box.Left + (column + 0.5f) * side;
                var y = box.Top + (row + 0.5f) * side;
                var dark = drawn.Count(module => module.Contains(x, y));
                dark.ShouldBe(expected.ModuleMatrix[row + quiet][column + quiet] ? 1 : 0, $"module {row}, {column}");
            }
        }
        drawn.ShouldAllBe(module => module.Left >= box.Left - 0.01f && module.Right <= box.Right + 0.01f);
    }

    [Fact]
    public void The_longest_address_still_has_modules_that_a_phone_can_see_on_paper()
    {
        const float sideMin = 1.4f; // points: half a millimetre
        var url = SampleDocuments.Longest(1).VerificationUrl;
        var matrix = VerificationCode.Matrix(url);
        (Form.CodeSide / matrix.Length).ShouldBeGreaterThan(sideMin);
    }

    [Fact]
    public void The_code_is_a_link_to_the_same_address()
    {
        var document = SampleDocuments.OfYears(1) with { VerificationUrl = Url };
        using var pdf = PdfDocument.Open(new StatementRenderer().Render(document).Pdf);
        var links = pdf.GetPage(1).GetAnnotations().Select(annotation => annotation.Action).OfType<UriAction>();
        links.Select(link => link.Uri).ShouldBe([Url]);
    }
}
