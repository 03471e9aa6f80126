namespace CeActors.Grains.Storage;

/// <summary>
/// A row written in the same transaction as the document that names it (<see cref="IIndexedDocument"/>), so that at no
/// instant one is there without the other.
/// </summary>
/// <param name="Key">Unique in the bucket: it contains the id of its document. Parts are joined by <c>|</c>.</param>
/// <param name="Columns">
/// Values of type string, int, long, bool or <see cref="DateTimeOffset"/>; null is an absent column. Names are letters and
/// digits.
/// </param>
public sealed record StoredRow(string Key, IReadOnlyDictionary<string, object?> Columns);
