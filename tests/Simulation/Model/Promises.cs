using System.Text.Json;
using Azure.Data.Tables;
using CeActors.AzureStorage.GrainState;
using CeActors.Domain.Declarations;
using CeActors.Grains.Declarations;
using CeActors.Grains.Storage;
using CeActors.Simulation.Cluster;
using CeActors.Simulation.Tables;
using DeclarationReceipt = CeActors.Contracts.Declarations.DeclarationReceipt;
using DeclarationStatus = CeActors.Domain.Declarations.DeclarationStatus;

namespace CeActors.Simulation.Model;

/// <summary>
/// What must hold of declarations, looked at after every transaction and every answer: stored rows name the holders at each instant,
/// versions follow each other and nothing that was recorded changes, and what was acknowledged is there once.
/// </summary>
internal sealed class Promises
{
    /// <summary>How the keys of declarations' documents begin.</summary>
    public const string DocumentPrefix =
        RowKeys.DocumentMark + GrainMaker.Declaration + "|" + GrainMaker.Declaration + "|";

    private readonly Dictionary<string, Declared> _declarations = new(StringComparer.Ordinal);
    private readonly List<Sent> _sent = [];
    private bool _hasBegun;

    /// <summary>The first promise that was broken; null while all are kept.</summary>
    public string? Broken { get; private set; }

    /// <summary>Ids of all declarations that are stored.</summary>
    public IEnumerable<string> Declarations =>
        _declarations.Where(entry => entry.Value.Document is not null).Select(entry => entry.Key);

    /// <summary>Takes over what is stored before the history begins.</summary>
    public void Begin(SimulatedStorage storage)
    {
        foreach (var row in storage.RowsOf("State"))
        {
            Note(row.RowKey, row);
        }

        foreach (var (id, declared) in _declarations)
        {
            CheckRows(id, declared);
        }

        _hasBegun = true;
    }

    /// <summary>To be called with each transaction that was applied.</summary>
    public void Applied(SimulatedTable table, IReadOnlyList<string> keys)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (Note(key, table.Find(key)) is { } id)
            {
                touched.Add(id);
            }
        }

        foreach (var id in touched)
        {
            CheckRows(id, _declarations[id]);
        }
    }

    /// <summary>A client is about to send a command.</summary>
    public Sent Sends(Sent sent)
    {
        _sent.Add(sent);
        return sent;
    }

    /// <summary>A client was told that its command was accepted.</summary>
    public void Acknowledged(Sent sent, DeclarationReceipt receipt)
    {
        sent.DeclarationId ??= receipt.DeclarationId;
        if (sent.First is { } first)
        {
            Require(
                (first.Status, first.Version, first.DraftRevision, first.HolderUnitCode, first.CreatedId)
                    == (
                        receipt.Status,
                        receipt.Version,
                        receipt.DraftRevision,
                        receipt.HolderUnitCode,
                        receipt.CreatedId
                    ),
                $"promise 1: a retry of {sent} got {receipt.Version}/{receipt.Status}, the first outcome was {first.Version}/{first.Status}"
            );
            return;
        }

        sent.First = receipt;
        var declared = _declarations.GetValueOrDefault(receipt.DeclarationId);
        if (declared?.Document is not { } document)
        {
            Break($"promise 1: {sent} was acknowledged, and no such declaration is stored");
            return;
        }

        Require(
            document.Commands.Any(entry => entry.Key == sent.Identity.Key && entry.Outcome.Version == receipt.Version),
            $"promise 1: {sent} was acknowledged with version {receipt.Version}, and is not stored"
        );
        if (sent.Action is null)
        {
            return;
        }

        Require(
            sent.Header.ExpectedVersion is not { } expected || receipt.Version == expected + 1,
            $"the version of a command: {sent} was accepted as version {receipt.Version}"
        );
        var history = document.State.History;
        var entry = receipt.Version <= history.Length ? history[(int)receipt.Version - 1] : null;
        Require(
            entry is not null
                && (
                    entry.Action == sent.Action
                    || (sent.Action == DeclarationActions.Passed && entry.Action == DeclarationActions.Recognised)
                )
                && entry.ActorPersonId.Value == sent.Header.Caller.PersonId,
            $"promise 3: version {receipt.Version} of {receipt.DeclarationId} is '{entry?.Action}', not {sent}"
        );
    }

    /// <summary>A client was told that its command was refused.</summary>
    public void Refused(Sent sent, string code)
    {
        Require(
            sent.First is null,
            $"promise 1: {sent} was acknowledged with version {sent.First?.Version}, and its retry refused as {code}"
        );
        sent.RefusedAs = code;
    }

    /// <summary>To be called at the end: what was acknowledged, refused and left open against what is stored.</summary>
    public void CheckCommands()
    {
        var moving = _sent.Where(sent => sent.Action is not null).ToLookup(sent => sent.Identity.Key);
        foreach (var sent in _sent)
        {
            var document = _declarations.GetValueOrDefault(sent.DeclarationId ?? "")?.Document;
            var times = document?.Commands.Count(entry => entry.Key == sent.Identity.Key) ?? 0;
            Require(times <= 1, $"promise 1: {sent} took effect {times} times");
            Require(sent.First is null || times == 1, $"promise 1: {sent} was acknowledged and is lost");
            Require(
                sent.RefusedAs is null || sent.First is not null || sent.Header.ExpectedVersion is null || times == 0,
                $"promise 1: {sent} was refused as {sent.RefusedAs}, and has taken effect"
            );
        }

        foreach (var (id, declared) in _declarations)
        {
            CheckVersions(id, declared, moving);
        }
    }

    /// <summary>What a unit's lists must show: declarations with the version of their line.</summary>
    public SortedDictionary<string, long> RowsOf(char list, string unitCode)
    {
        var prefix = $"{list}|{unitCode}|";
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (id, declared) in _declarations)
        {
            if (declared.Rows.TryGetValue(prefix + id, out var version))
            {
                rows.Add(id, version);
            }
        }

        return rows;
    }

    /// <summary>The committed version and holder of a declaration.</summary>
    public Declaration? StateOf(string id) => _declarations.GetValueOrDefault(id)?.Document?.State;

    public void Break(string promise) => Broken ??= promise;

    public void Require(bool isKept, string promise)
    {
        if (!isKept)
        {
            Break(promise);
        }
    }

    private string? Note(string key, TableEntity? row)
    {
        if (key.StartsWith(DocumentPrefix, StringComparison.Ordinal))
        {
            var id = key[DocumentPrefix.Length..];
            var declared = Of(id);
            var document = row is null
                ? null
                : JsonSerializer.Deserialize<DeclarationDocument>(DocumentRow.Read(row), DocumentJson.Options);
            if (_hasBegun)
            {
                CheckHistory(id, declared.Document?.State, document?.State);
            }

            declared.Document = document;
            return id;
        }

        if (key.StartsWith("w|", StringComparison.Ordinal) || key.StartsWith("p|", StringComparison.Ordinal))
        {
            var id = key[(key.LastIndexOf('|') + 1)..];
            var rows = Of(id).Rows;
            if (row is null)
            {
                rows.Remove(key);
            }
            else
            {
                rows[key] = (long)row["Version"];
            }

            return id;
        }

        return null;
    }

    private Declared Of(string id)
    {
        if (!_declarations.TryGetValue(id, out var declared))
        {
            _declarations[id] = declared = new Declared();
        }

        return declared;
    }

    private void CheckHistory(string id, Declaration? before, Declaration? after)
    {
        if (after is null)
        {
            Break($"promise 3: the document of {id} is gone");
            return;
        }

        var known = before?.History ?? [];
        Require(
            after.History.Length >= known.Length
                && after.History.Take(known.Length).Select(Key).SequenceEqual(known.Select(Key)),
            $"promise 3: what {id} had recorded up to version {known.Length} was changed"
        );
        Require(
            after.History.Length <= known.Length + 1,
            $"promise 3: {id} went from version {known.Length} to {after.History.Length} in one write"
        );
        Require(
            after.Version == after.History.Length,
            $"promise 3: {id} has version {after.Version} of {after.History.Length}"
        );
    }

    private static object Key(HistoryEntry entry) =>
        (entry.Version, entry.Action, entry.At, entry.ActorPersonId.Value, entry.NextUnit?.Code, entry.Reason);

    /// <summary>Exactly the holder's queue has it, and exactly the lists of those that have decided.</summary>
    private void CheckRows(string id, Declared declared)
    {
        var expected = new Dictionary<string, long?>(StringComparer.Ordinal);
        if (declared.Document?.State is { } state && state.Status != DeclarationStatus.Deleted)
        {
            if (state.Holder is { } holder)
            {
                expected.Add($"w|{holder.Code.Value}|{id}", state.Version);
            }

            foreach (var step in state.Route)
            {
                expected.Add($"p|{step.Unit.Code.Value}|{id}", step.Version);
            }
        }

        Require(
            declared.Rows.Count == expected.Count
                && expected.All(row => declared.Rows.GetValueOrDefault(row.Key) == row.Value),
            $"promise 2: {id} is at version {declared.Document?.State.Version}, held by {declared.Document?.State.Holder?.Code}; "
                + $"its rows should be [{string.Join(", ", expected.Keys)}] and are [{string.Join(", ", declared.Rows.Keys)}]"
        );
    }

    private void CheckVersions(string id, Declared declared, ILookup<string, Sent> moving)
    {
        if (declared.Document is not { } document)
        {
            return;
        }

        var made = new Dictionary<long, int>();
        foreach (var entry in document.Commands)
        {
            if (moving[entry.Key].FirstOrDefault() is { } sent)
            {
                made[entry.Outcome.Version] = made.GetValueOrDefault(entry.Outcome.Version) + 1;
                var recorded = document.State.History[(int)entry.Outcome.Version - 1];
                Require(
                    recorded.ActorPersonId.Value == sent.Header.Caller.PersonId,
                    $"promise 3: version {entry.Outcome.Version} of {id} names somebody else than {sent}"
                );
                Require(
                    sent.Header.ExpectedVersion is not { } expected || expected + 1 == entry.Outcome.Version,
                    $"the version of a command: {sent} made version {entry.Outcome.Version}"
                );
            }
        }

        Require(made.Values.All(times => times == 1), $"promise 3: two commands made one version of {id}");
    }

    private sealed class Declared
    {
        public DeclarationDocument? Document { get; set; }

        public Dictionary<string, long> Rows { get; } = new(StringComparer.Ordinal);
    }
}
