using System.Text;

namespace CeActors.AzureStorage.GrainState;

/// <summary>
/// The index rows that were written with a document, each with a digest of its columns. They are kept in the document's
/// row itself: what to delete is read from what was stored, never computed anew by code that may have changed since.
/// </summary>
internal sealed class StoredRows
{
    /// <summary>No rows.</summary>
    public static readonly StoredRows None = new([]);

    private const int DigestCharacters = 16;

    private readonly Dictionary<string, string> _digests;

    private StoredRows(Dictionary<string, string> digests) => _digests = digests;

    /// <summary>The stored keys of the rows.</summary>
    public IReadOnlyCollection<string> Keys => _digests.Keys;

    /// <summary>The digest of each row by its stored key.</summary>
    public IReadOnlyDictionary<string, string> Digests => _digests;

    /// <summary>Reads the column of a document; null is no rows.</summary>
    /// <exception cref="FormatException">The text is not a list of rows.</exception>
    public static StoredRows Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return None;
        }

        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            if (line.Length <= DigestCharacters + 1)
            {
                throw new FormatException("The list of index rows of a document is damaged.");
            }

            digests.Add(line[(DigestCharacters + 1)..], line[..DigestCharacters]);
        }

        return new StoredRows(digests);
    }

    /// <summary>The rows that a document names now.</summary>
    /// <exception cref="ArgumentException">A key is empty, too long or named twice.</exception>
    public static StoredRows Of(IReadOnlyList<IndexRow> rows, Span<string> storedKeys)
    {
        if (rows.Count == 0)
        {
            return None;
        }

        var digests = new Dictionary<string, string>(rows.Count, StringComparer.Ordinal);
        for (var at = 0; at < rows.Count; at++)
        {
            var key = RowKeys.EscapeKey(rows[at].RowKey);
            if (key.Length is 0 or > GroupCommitLimits.RowKeyCharactersMax)
            {
                throw new ArgumentException(
                    $"The key of an index row has {key.Length} characters; 1 to {GroupCommitLimits.RowKeyCharactersMax} are allowed."
                );
            }

            if (!digests.TryAdd(key, ColumnValues.Digest(rows[at])))
            {
                throw new ArgumentException($"A document names the index row '{key}' twice.");
            }

            storedKeys[at] = key;
        }

        return new StoredRows(digests);
    }

    /// <summary>Whether the row is there with the same columns as in <paramref name="other"/>.</summary>
    public bool HasSame(string key, StoredRows other) =>
        _digests.TryGetValue(key, out var mine) && other._digests.TryGetValue(key, out var theirs) && mine == theirs;

    /// <summary>Whether a row of this key is among them.</summary>
    public bool Has(string key) => _digests.ContainsKey(key);

    /// <summary>The column of a document; null for no rows.</summary>
    public string? Format()
    {
        if (_digests.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var (key, digest) in _digests)
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(digest).Append(' ').Append(key);
        }

        return text.ToString();
    }
}
