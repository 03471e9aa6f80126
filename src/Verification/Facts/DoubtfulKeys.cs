using CeActors.AzureStorage.Inspection;
using CeActors.Verification.Documents;

namespace CeActors.Verification.Facts;

/// <summary>
/// Keys whose facts did not go together. Facts hold no names, so the account is read once more to find which documents tell
/// of them.
/// </summary>
internal sealed class DoubtfulKeys
{
    private const int PlacesMax = 1_000;
    private readonly Dictionary<ulong, DoubtfulKey> _keys = [];

    public int Count => _keys.Count;

    public void Add(ulong key) => _keys.TryAdd(key, new DoubtfulKey());

    /// <summary>Those that were found again.</summary>
    public IEnumerable<DoubtfulKey> Found => _keys.Values.Where(key => key.Topic is not null);

    /// <summary>Remembers where the doubtful keys are told of.</summary>
    public void Look(DocumentReading reading) => FactSource.Tell(reading, new Search(this, reading.Stored.Place));

    private sealed class Search(DoubtfulKeys keys, RecordPlace place) : IFactListener
    {
        public void Tell(Topic key, FactKind kind, Topic? subject = null, ulong detail = 0)
        {
            if (!keys._keys.TryGetValue(key.Hash, out var doubtful))
            {
                return;
            }

            lock (doubtful)
            {
                doubtful.Topic ??= key;
                if (doubtful.Places.Count < PlacesMax)
                {
                    doubtful.Places.Add((place.Bucket, place.RowKey));
                }
            }
        }
    }
}

/// <summary>One doubtful key.</summary>
internal sealed class DoubtfulKey
{
    /// <summary>Its name; null until a document was found that tells of it.</summary>
    public Topic? Topic { get; set; }

    /// <summary>Buckets and stored keys of the documents that tell of it.</summary>
    public HashSet<(int Bucket, string RowKey)> Places { get; } = [];
}
