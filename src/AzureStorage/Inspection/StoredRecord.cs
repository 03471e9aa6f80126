using System.Diagnostics.CodeAnalysis;

namespace CeActors.AzureStorage.Inspection;

/// <summary>One row of a bucket as it is stored, right or wrong.</summary>
/// <param name="Place">Where it lies.</param>
/// <param name="ETag">Its etag: changes with each write.</param>
public abstract record StoredRecord(RecordPlace Place, string ETag);

/// <summary>Where a row lies.</summary>
/// <param name="Bucket">Number of the bucket.</param>
/// <param name="PartitionKey">As stored.</param>
/// <param name="RowKey">As stored, escapes and all.</param>
public readonly record struct RecordPlace(int Bucket, string PartitionKey, string RowKey);

/// <summary>A document with what was stored beside it.</summary>
/// <param name="Place">Where it lies.</param>
/// <param name="ETag">Its etag.</param>
/// <param name="Name">Which grain's, and which of its states.</param>
/// <param name="Content">The serialized document; null when its chunks are damaged.</param>
/// <param name="Rows">Stored key and digest of each index row written with it; null when the list is damaged.</param>
/// <param name="Damage">What is damaged, in words without content; null when nothing is.</param>
public sealed record StoredDocument(
    RecordPlace Place,
    string ETag,
    DocumentName Name,
    BinaryData? Content,
    IReadOnlyDictionary<string, string>? Rows,
    string? Damage
) : StoredRecord(Place, ETag)
{
    /// <summary>Whether everything of it could be read.</summary>
    [MemberNotNullWhen(true, nameof(Content), nameof(Rows))]
    public bool IsWhole => Damage is null;
}

/// <summary>Which document: the parts of its key.</summary>
/// <param name="GrainType">Type of the grain.</param>
/// <param name="StateName">Name of the state.</param>
/// <param name="GrainKey">Key of the grain.</param>
public readonly record struct DocumentName(string GrainType, string StateName, string GrainKey);

/// <summary>An index row.</summary>
/// <param name="Place">Where it lies.</param>
/// <param name="ETag">Its etag.</param>
/// <param name="Row">Its key, unescaped, and all its columns.</param>
/// <param name="Digest">Sixteen hexadecimal digits over the columns, as documents list them.</param>
public sealed record StoredIndexRow(RecordPlace Place, string ETag, IndexRow Row, string Digest)
    : StoredRecord(Place, ETag);

/// <summary>A row that this provider never wrote.</summary>
/// <param name="Place">Where it lies.</param>
/// <param name="ETag">Its etag.</param>
/// <param name="Reason">Why it can be none of ours.</param>
public sealed record StrangeRecord(RecordPlace Place, string ETag, string Reason) : StoredRecord(Place, ETag);
