namespace CeActors.AzureStorage;

/// <summary>
/// A row that is written, moved and deleted in the same transaction as the document that names it, so that at no instant
/// one is there without the other. Rows are found by a prefix of their key with <see cref="IIndexRowReader"/>.
/// </summary>
/// <param name="RowKey">
/// Unique in the bucket, so it contains the id of its document; any characters; at most
/// <see cref="GroupCommitLimits.RowKeyCharactersMax"/> after escaping. A key that another document names is taken over.
/// </param>
/// <param name="Columns">
/// Values of type string, int, long, bool or <see cref="DateTimeOffset"/>; null leaves a column out. Names are letters,
/// digits and underscores and not PartitionKey, RowKey or Timestamp.
/// </param>
public sealed record IndexRow(string RowKey, IReadOnlyDictionary<string, object?> Columns);
