using System.Collections.Frozen;
using SkiaSharp;

namespace CeActors.Statements.Fonts;

/// <summary>
/// One font of the assembly's resources, read in place. Lives as long as the process; everything here may be called from
/// many threads at once (an immutable HarfBuzz face may be subset concurrently).
/// </summary>
internal sealed unsafe class FontFace
{
    // Tables that only shaping, vertical text or hinting would read: the statement sets single glyphs horizontally.
    private static readonly string[] UnusedTables =
    [
        "GSUB",
        "GPOS",
        "GDEF",
        "BASE",
        "STAT",
        "vhea",
        "vmtx",
        "VORG",
        "gasp",
    ];

    private readonly UnmanagedMemoryStream _resource; // keeps the mapped memory reachable
    private readonly nint _face;
    private readonly FrozenSet<int> _codePoints;

    public FontFace(string resourceName)
    {
        _resource =
            typeof(FontFace).Assembly.GetManifestResourceStream(resourceName) as UnmanagedMemoryStream
            ?? throw new InvalidOperationException($"The assembly holds no font {resourceName}.");
        var data = _resource.PositionPointer;
        var length = (int)_resource.Length;

        Whole =
            SKTypeface.FromData(SKData.Create((nint)data, length))
            ?? throw new InvalidOperationException($"{resourceName} is not a font.");
        var blob = HarfBuzz.CreateBlob(data, (uint)length, HarfBuzz.MemoryIsReadOnly, 0, 0);
        _face = HarfBuzz.CreateFace(blob, 0);
        HarfBuzz.DestroyBlob(blob);
        HarfBuzz.MakeFaceImmutable(_face);
        _codePoints = ReadCodePoints(_face);
    }

    /// <summary>The whole font, to measure with; never put into a PDF.</summary>
    public SKTypeface Whole { get; }

    /// <summary>Whether the font has a glyph for the code point.</summary>
    public bool Has(int codePoint) => _codePoints.Contains(codePoint);

    /// <summary>A font of nothing but these code points (and .notdef), with the same metrics.</summary>
    public SKTypeface Subset(IEnumerable<int> codePoints)
    {
        using var data = SKData.CreateCopy(SubsetBytes(codePoints));
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException("The subset font cannot be read.");
    }

    private byte[] SubsetBytes(IEnumerable<int> codePoints)
    {
        var input = HarfBuzz.CreateSubsetInput();
        try
        {
            var keep = HarfBuzz.GetUnicodesToKeep(input);
            foreach (var codePoint in codePoints)
            {
                HarfBuzz.AddToSet(keep, (uint)codePoint);
            }
            var drop = HarfBuzz.GetSubsetSet(input, HarfBuzz.TablesToDrop);
            foreach (var tag in UnusedTables)
            {
                HarfBuzz.AddToSet(drop, (uint)((tag[0] << 24) | (tag[1] << 16) | (tag[2] << 8) | tag[3]));
            }
            HarfBuzz.SetSubsetFlags(input, HarfBuzz.WithoutHinting);
            var subset = HarfBuzz.Subset(_face, input);
            if (subset == 0)
            {
                throw new InvalidOperationException("HarfBuzz could not subset the font.");
            }
            var blob = HarfBuzz.ReferenceFaceBlob(subset);
            uint length;
            var data = HarfBuzz.GetBlobData(blob, &length);
            var bytes = new ReadOnlySpan<byte>(data, (int)length).ToArray();
            HarfBuzz.DestroyBlob(blob);
            HarfBuzz.DestroyFace(subset);
            return bytes;
        }
        finally
        {
            HarfBuzz.DestroySubsetInput(input);
        }
    }

    private static FrozenSet<int> ReadCodePoints(nint face)
    {
        var set = HarfBuzz.CreateSet();
        try
        {
            HarfBuzz.CollectUnicodes(face, set);
            var codePoints = new HashSet<int>();
            var value = HarfBuzz.NoValue;
            while (HarfBuzz.NextInSet(set, &value) != 0)
            {
                codePoints.Add((int)value);
            }
            return codePoints.ToFrozenSet();
        }
        finally
        {
            HarfBuzz.DestroySet(set);
        }
    }
}
