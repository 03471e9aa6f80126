// Draws src/Local/Province/Scan.jpg, the picture that the demo uploads as the scan of a certificate. Nothing on it is real.
//   dotnet run tools/scan/Scan.cs src/Local/Province/Scan.jpg
#:package SkiaSharp
#:package SkiaSharp.NativeAssets.Linux.NoDependencies
#:property EnforceCodeStyleInBuild=false
#:property ManagePackageVersionsCentrally=true
using SkiaSharp;

const int Width = 744;
const int Height = 526;
const string Font = "tools/fonts/node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf";

using var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
using var canvas = new SKCanvas(bitmap);
using var face = SKTypeface.FromFile(Font);
canvas.Clear(new SKColor(236, 234, 228));
canvas.RotateDegrees(-0.7f, Width / 2f, Height / 2f); // nobody lays a sheet quite straight
using var paper = new SKPaint { Color = new SKColor(252, 250, 244) };
canvas.DrawRect(28, 24, Width - 56, Height - 48, paper);
using var frame = new SKPaint
{
    Color = new SKColor(150, 120, 60),
    IsStroke = true,
    StrokeWidth = 3,
    IsAntialias = true,
};
canvas.DrawRect(44, 40, Width - 88, Height - 80, frame);

using var ink = new SKPaint { Color = new SKColor(40, 40, 48), IsAntialias = true };
void Write(string text, float size, float y)
{
    using var font = new SKFont(face, size);
    canvas.DrawText(text, Width / 2f, y, SKTextAlign.Center, font, ink);
}

Write("继续教育培训结业证书", 40, 126);
Write("（演示样张 · 非真实证书）", 20, 166);
Write("兹证明持证人参加专业技术人员继续教育培训，", 22, 232);
Write("考核合格，准予结业。", 22, 272);
Write("科目：专业科目    学时：见申报明细", 22, 322);
Write("湘澜继续教育培训中心（虚构）", 20, 422);
using var stamp = new SKPaint
{
    Color = new SKColor(200, 30, 30, 130),
    IsStroke = true,
    StrokeWidth = 4,
    IsAntialias = true,
};
canvas.DrawCircle(Width - 176, 398, 56, stamp);
using var red = new SKPaint { Color = new SKColor(200, 30, 30, 150), IsAntialias = true };
using var stampFont = new SKFont(face, 22);
canvas.DrawText("演示专用", Width - 176, 406, SKTextAlign.Center, stampFont, red);

using var image = SKImage.FromBitmap(bitmap);
using var data = image.Encode(SKEncodedImageFormat.Jpeg, 62);
File.WriteAllBytes(args[0], data.ToArray());
