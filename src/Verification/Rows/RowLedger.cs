using System.IO.Hashing;
using System.Text;

namespace CeActors.Verification.Rows;

/// <summary>
/// The rows that the documents of one bucket name, held against those that are there. Keys are kept as digests of 128 bits,
/// because a bucket may have a million of them. It only raises doubts: what is doubtful is read again before it is told.
/// </summary>
internal sealed class RowLedger
{
    private readonly Dictionary<UInt128, (string Digest, int Document)> _expected = [];
    private readonly List<string> _documents = [];
    private readonly HashSet<string> _doubtfulDocuments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _doubtfulRows = new(StringComparer.Ordinal);

    /// <summary>Stored keys of documents to be read again, with their rows.</summary>
    public IReadOnlyCollection<string> DoubtfulDocuments => _doubtfulDocuments;

    /// <summary>Stored keys of rows to be read again, with their documents.</summary>
    public IReadOnlyCollection<string> DoubtfulRows => _doubtfulRows;

    /// <summary>A document names these rows, by stored key and digest.</summary>
    public void Expect(string documentKey, IEnumerable<(string Key, string Digest)> rows)
    {
        var document = -1;
        foreach (var (key, digest) in rows)
        {
            if (document < 0)
            {
                document = _documents.Count;
                _documents.Add(documentKey);
            }

            if (!_expected.TryAdd(HashOf(key), (digest, document)))
            {
                Doubt(documentKey); // two documents name one row
            }
        }
    }

    /// <summary>A row is there.</summary>
    public void Meet(string key, string digest)
    {
        var hash = HashOf(key);
        if (!_expected.Remove(hash, out var expected))
        {
            _doubtfulRows.Add(key);
        }
        else if (expected.Digest != digest)
        {
            Doubt(_documents[expected.Document]);
        }
    }

    /// <summary>Something about a document is doubtful.</summary>
    public void Doubt(string documentKey) => _doubtfulDocuments.Add(documentKey);

    /// <summary>All rows of the bucket were met: those that were not are missing.</summary>
    public void End()
    {
        foreach (var (_, document) in _expected.Values)
        {
            Doubt(_documents[document]);
        }

        _expected.Clear();
    }

    private static UInt128 HashOf(string key)
    {
        Span<byte> bytes = stackalloc byte[key.Length <= 256 ? 768 : 0];
        var text = bytes.Length == 0 ? Encoding.UTF8.GetBytes(key) : bytes[..Encoding.UTF8.GetBytes(key, bytes)];
        return XxHash128.HashToUInt128(text);
    }
}
