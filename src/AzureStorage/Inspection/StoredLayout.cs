using System.Collections.Immutable;

namespace CeActors.AzureStorage.Inspection;

/// <summary>The stored description of a provider's layout, as it is written, whatever it says.</summary>
/// <param name="Version">Version of the format of rows; null when the column is missing or no number.</param>
/// <param name="BucketCount">Number of buckets; null likewise.</param>
/// <param name="Serializer">Name of the serializer; null when missing.</param>
/// <param name="Hash">Name of the hash of grain ids; null when missing.</param>
/// <param name="Buckets">Account and table of each bucket as <c>account/table</c>, in the order of the buckets.</param>
public sealed record StoredLayout(
    int? Version,
    int? BucketCount,
    string? Serializer,
    string? Hash,
    ImmutableArray<string> Buckets
);
