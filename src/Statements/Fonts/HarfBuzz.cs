using System.Runtime.InteropServices;

namespace CeActors.Statements.Fonts;

/// <summary>
/// The few functions of libHarfBuzzSharp that cut a font down. The library exports HarfBuzz's subsetter but HarfBuzzSharp
/// has no managed binding for it, and this build of Skia embeds whole fonts (17 MB a page).
/// </summary>
internal static unsafe partial class HarfBuzz
{
    private const string Library = "libHarfBuzzSharp";

    /// <summary>HB_MEMORY_MODE_READONLY: the memory outlives the blob and nobody writes to it.</summary>
    public const int MemoryIsReadOnly = 1;

    /// <summary>HB_SUBSET_SETS_DROP_TABLE_TAG.</summary>
    public const int TablesToDrop = 3;

    /// <summary>HB_SUBSET_FLAGS_NO_HINTING.</summary>
    public const uint WithoutHinting = 1;

    /// <summary>HB_SET_VALUE_INVALID: start and end of an iteration.</summary>
    public const uint NoValue = uint.MaxValue;

    [LibraryImport(Library, EntryPoint = "hb_blob_create_or_fail")]
    public static partial nint CreateBlob(byte* data, uint length, int mode, nint userData, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_blob_destroy")]
    public static partial void DestroyBlob(nint blob);

    [LibraryImport(Library, EntryPoint = "hb_blob_get_data")]
    public static partial byte* GetBlobData(nint blob, uint* length);

    [LibraryImport(Library, EntryPoint = "hb_face_create")]
    public static partial nint CreateFace(nint blob, uint index);

    [LibraryImport(Library, EntryPoint = "hb_face_make_immutable")]
    public static partial void MakeFaceImmutable(nint face);

    [LibraryImport(Library, EntryPoint = "hb_face_destroy")]
    public static partial void DestroyFace(nint face);

    [LibraryImport(Library, EntryPoint = "hb_face_reference_blob")]
    public static partial nint ReferenceFaceBlob(nint face);

    [LibraryImport(Library, EntryPoint = "hb_face_collect_unicodes")]
    public static partial void CollectUnicodes(nint face, nint set);

    [LibraryImport(Library, EntryPoint = "hb_set_create")]
    public static partial nint CreateSet();

    [LibraryImport(Library, EntryPoint = "hb_set_destroy")]
    public static partial void DestroySet(nint set);

    [LibraryImport(Library, EntryPoint = "hb_set_add")]
    public static partial void AddToSet(nint set, uint value);

    /// <summary>Non-zero while there is a next value.</summary>
    [LibraryImport(Library, EntryPoint = "hb_set_next")]
    public static partial int NextInSet(nint set, uint* value);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_create_or_fail")]
    public static partial nint CreateSubsetInput();

    [LibraryImport(Library, EntryPoint = "hb_subset_input_destroy")]
    public static partial void DestroySubsetInput(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_unicode_set")]
    public static partial nint GetUnicodesToKeep(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set")]
    public static partial nint GetSubsetSet(nint input, int kind);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set_flags")]
    public static partial void SetSubsetFlags(nint input, uint flags);

    [LibraryImport(Library, EntryPoint = "hb_subset_or_fail")]
    public static partial nint Subset(nint face, nint input);
}
