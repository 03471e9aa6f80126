using CeActors.AzureStorage.Inspection;
using CeActors.Domain.Professionals;
using CeActors.Files;
using CeActors.Verification.Documents;
using CeActors.Verification.Findings;

namespace CeActors.Verification.Facts;

/// <summary>
/// Looks again at one doubtful key: reads every document that tells of it, and those that must, until none of them moves
/// meanwhile. Then what does not go together was so at one instant.
/// </summary>
internal sealed class FactRereading(Area state, StoredFiles? files, FindingList findings, Tally tally)
{
    private const int NamedMax = 6;

    public async Task RunAsync(DoubtfulKey key, CancellationToken cancellationToken)
    {
        var topic = key.Topic!.Value;
        for (var attempt = 0; attempt < VerificationLimits.RereadingsMax; attempt++)
        {
            var told = await ReadAsync(topic, key.Places, cancellationToken);
            var verdicts =
                told.Facts.Count == 0 || told.IsIncomplete
                    ? []
                    : FactJudge.Judge(told.Facts, files is not null).ToList();
            if (verdicts.Count == 0)
            {
                tally.Settled(isWrong: false);
                return;
            }

            var again = await ReadAsync(topic, key.Places, cancellationToken);
            if (told.ETags.Count == again.ETags.Count && !told.ETags.Except(again.ETags).Any())
            {
                tally.Settled(isWrong: true);
                findings.AddRange(verdicts.Select(verdict => FindingOf(topic, verdict, told)));
                return;
            }
        }

        tally.Unsettled();
    }

    private async Task<Told> ReadAsync(
        Topic topic,
        HashSet<(int Bucket, string RowKey)> places,
        CancellationToken cancellationToken
    )
    {
        var told = new Told(topic);
        var toRead = new Queue<(int Bucket, string RowKey)>(places);
        foreach (var place in told.Wanted.Select(PlaceOf).Where(places.Add))
        {
            toRead.Enqueue(place);
        }

        while (toRead.TryDequeue(out var place))
        {
            var stored = await state.Rows.ReadAsync(place.Bucket, place.RowKey, cancellationToken) as StoredDocument;
            told.ETags[place] = stored?.ETag;
            if (stored is not null)
            {
                var reading = DocumentReading.Of(DocumentKinds.Declaration.Provider, stored);
                told.IsIncomplete |= reading.Fault is not null;
                FactSource.Tell(reading, told);
            }

            foreach (var wanted in told.Wanted.Select(PlaceOf).Where(places.Add).ToList())
            {
                toRead.Enqueue(wanted);
            }
        }

        await ReadFileAsync(topic, told, cancellationToken);
        return told;
    }

    private async Task ReadFileAsync(Topic topic, Told told, CancellationToken cancellationToken)
    {
        if (files is null)
        {
            return;
        }

        if (
            topic.Kind == TopicKind.Evidence
            && await files.FindEvidenceAsync(topic.Text, cancellationToken) is { } size
        )
        {
            told.Tell(topic, FactKind.EvidenceFile, new Topic(TopicKind.Other, $"{size}"));
        }
        else if (topic.Kind == TopicKind.Paper && await files.HasPaperAsync(topic.Text, cancellationToken))
        {
            told.Tell(topic, FactKind.PaperFile);
        }
    }

    private (int Bucket, string RowKey) PlaceOf(DocumentName name) => (state.BucketOf(name), StoredAccount.KeyOf(name));

    private Finding FindingOf(Topic topic, Verdict verdict, Told told)
    {
        var (table, row) = topic.Kind switch
        {
            TopicKind.Evidence => (StoredFiles.EvidenceContainer, topic.Text),
            TopicKind.Paper => (StoredFiles.StatementsContainer, topic.Text),
            _ => PlaceOf(told.Wanted.First()) is var (bucket, key) ? (state.Rows.TableOf(bucket), key) : default,
        };
        var subject = told.NameOf(verdict.Subject) is { } name ? $"{name}; " : "";
        var rows = told
            .ETags.Where(read => read.Value is not null && read.Key.RowKey != row)
            .Select(read => read.Key.RowKey);
        var named = rows.Take(NamedMax + 1).ToList();
        var others = string.Join(", ", named.Take(NamedMax)) + (named.Count > NamedMax ? ", …" : "");
        return new Finding(verdict.Kind, table, row, $"{subject}told by {(others.Length == 0 ? "itself" : others)}");
    }

    /// <summary>What was read of one key.</summary>
    private sealed class Told(Topic topic) : IFactListener
    {
        private readonly ulong _key = topic.Hash;
        private readonly Dictionary<ulong, string> _names = [];

        public List<Fact> Facts { get; } = [];

        /// <summary>One of the documents cannot be read: that is told by itself, and what it would say is not known.</summary>
        public bool IsIncomplete { get; set; }

        public Dictionary<(int Bucket, string RowKey), string?> ETags { get; } = [];

        /// <summary>Documents that must be looked for, whether they tell of the key or not; the key's own comes first.</summary>
        public IReadOnlyList<DocumentName> Wanted => _wanted;

        private readonly List<DocumentName> _wanted = topic.Kind switch
        {
            TopicKind.Person => [DocumentKinds.Professional.Of(topic.Text)],
            TopicKind.Declaration => [DocumentKinds.Declaration.Of(topic.Text)],
            TopicKind.Statement => [DocumentKinds.Statement.Of(topic.Text)],
            TopicKind.ResidentId => [DocumentKinds.Residents.Of(ResidentRegister.KeyOf(topic.Text))],
            _ => [],
        };

        public void Tell(Topic key, FactKind kind, Topic? subject = null, ulong detail = 0)
        {
            if (key.Hash != _key)
            {
                return;
            }

            Facts.Add(new Fact(_key, kind, subject?.Hash ?? 0, detail));
            if (subject is not { } named)
            {
                return;
            }

            _names[named.Hash] =
                named.Kind == TopicKind.Other ? named.Text : $"{named.Kind.ToString().ToLowerInvariant()} {named.Text}";
            if (named.Kind == TopicKind.Person && topic.Kind != TopicKind.Person)
            {
                _wanted.Add(DocumentKinds.Professional.Of(named.Text));
            }
        }

        public string? NameOf(ulong subject) => _names.GetValueOrDefault(subject);
    }
}
