using CeActors.Statements.Fonts;
using CeActors.Statements.Verification;
using SkiaSharp;

namespace CeActors.Statements.Layout;

/// <summary>The end of the last page: what was decided, how to verify it, who decided, and room for a signature.</summary>
internal static class ClosingBlock
{
    private const float DecisionGap = 12;
    private const float DecisionHeightMax = 36;
    private const float AddressLeft = Form.Left + Form.CodeSide + 14;
    private const float AddressRight = 326;
    private const float AgencyLeft = 344;
    private const float SignatureTop = Form.ClosingTop + 56;
    private const float SignatureBottom = Form.ClosingTop + 110;

    /// <summary>Returns the rectangle kept for a signature.</summary>
    public static SKRect Draw(Sheet sheet, StatementDocument document, float top)
    {
        var width = Form.Right - Form.Left;
        var decision = FittedText.Fit(Wording.Recognised, FontWeight.Regular, 11, width, DecisionHeightMax);
        var box = new SKRect(Form.Left, top + DecisionGap, Form.Right, top + DecisionGap + decision.Height);
        sheet.Lines(decision, box, Align.Left);
        DrawVerification(sheet, document.VerificationUrl);
        return DrawAgency(sheet, document);
    }

    private static void DrawVerification(Sheet sheet, string url)
    {
        var code = new SKRect(Form.Left, Form.ClosingTop, Form.Left + Form.CodeSide, Form.ClosingTop + Form.CodeSide);
        sheet.Add(new CodeItem(code, VerificationCode.Modules(url, code), url));
        sheet.Line(Wording.Scan, code.MidX, code.Bottom + 13, 9, align: Align.Centre);

        sheet.Line(Wording.VerifyAt, AddressLeft, Form.ClosingTop + 9, 9, FontWeight.Bold);
        var width = AddressRight - AddressLeft;
        var address = FittedText.Fit(url, FontWeight.Regular, 8, width, 58);
        var addressTop = Form.ClosingTop + 14;
        sheet.Lines(
            address,
            new SKRect(AddressLeft, addressTop, AddressRight, addressTop + address.Height),
            Align.Left
        );
        var hint = FittedText.Fit(Wording.VerifyHint, FontWeight.Regular, 8, width, 14);
        var hintBox = new SKRect(AddressLeft, code.Bottom - 14, AddressRight, code.Bottom);
        sheet.Lines(hint, hintBox, Align.Left, Ink.Muted);
    }

    private static SKRect DrawAgency(Sheet sheet, StatementDocument document)
    {
        var width = Form.Right - AgencyLeft;
        var agency = FittedText.Fit(Wording.Agency(document.IssuingAgencyName), FontWeight.Regular, 10.5f, width, 34);
        var agencyBottom = Form.ClosingTop + 34;
        sheet.Lines(agency, new SKRect(AgencyLeft, agencyBottom - agency.Height, Form.Right, agencyBottom), Align.Left);
        sheet.Line(Wording.IssuedOn(document.IssuedOn), AgencyLeft, agencyBottom + 14, 10.5f);

        var signature = new SKRect(AgencyLeft, SignatureTop, Form.Right, SignatureBottom);
        sheet.Outline(signature, Ink.Rule, 0.5f, dashed: true);
        sheet.Line(Wording.Signature, signature.Left + 5, signature.Top + 11, 7.5f, colour: Ink.Muted);
        return signature;
    }
}
