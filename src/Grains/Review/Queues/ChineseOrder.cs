using System.Buffers.Binary;
using System.Globalization;

namespace CeActors.Grains.Review.Queues;

/// <summary>Order of names as a Chinese reader expects it: by pinyin (the collation of zh-CN).</summary>
internal static class ChineseOrder
{
    private const int PrefixBytes = sizeof(ulong);
    private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    /// <summary>Bytes that compare as the names do.</summary>
    public static byte[] KeyOf(string name) => Order.GetSortKey(name, CompareOptions.None).KeyData;

    /// <summary>The first bytes of a key as a number that compares as they do; most names differ in it.</summary>
    public static long PrefixOf(byte[] key)
    {
        Span<byte> prefix = stackalloc byte[PrefixBytes];
        prefix.Clear();
        key.AsSpan(0, Math.Min(key.Length, PrefixBytes)).CopyTo(prefix);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(prefix) ^ 0x8000_0000_0000_0000);
    }
}
