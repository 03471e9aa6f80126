using System.Text.Json;
using Azure.Data.Tables;
using CeActors.Grains.Declarations;
using CeActors.Grains.Storage;

namespace CeActors.Benchmarks.Faults;

/// <summary>
/// What lies in the tables in the end, read past every silo and every grain, and held against what clients were told.
/// </summary>
public sealed class StoredTruth
{
    private const string TablePrefix = "State";
    private const string DocumentMark = "!d|declaration|";
    private static readonly string[] Actions = ["submitted", "passed", "passed", "recognised"];
    private readonly Dictionary<string, DeclarationDocument> _declarations = [];
    private readonly HashSet<string> _rows = [];

    private StoredTruth() { }

    /// <summary>Declarations found.</summary>
    public int DeclarationCount => _declarations.Count;

    /// <summary>Reads every bucket.</summary>
    public static async Task<StoredTruth> ReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        var truth = new StoredTruth();
        var service = new TableServiceClient(connectionString);
        await foreach (var table in service.QueryAsync(cancellationToken: cancellationToken))
        {
            if (
                table.Name.StartsWith(TablePrefix, StringComparison.Ordinal)
                && table.Name.Skip(TablePrefix.Length).All(char.IsDigit)
            )
            {
                var rows = service
                    .GetTableClient(table.Name)
                    .QueryAsync<TableEntity>(cancellationToken: cancellationToken);
                await foreach (var row in rows)
                {
                    truth.Take(row);
                }
            }
        }

        return truth;
    }

    /// <summary>Every promise that is broken, counted by kind, with the first declarations concerned.</summary>
    /// <param name="flows">What clients were told.</param>
    /// <param name="acknowledgedBesides">Acknowledged commands that belong to no flow, for the count.</param>
    public PromiseFigures Judge(IReadOnlyCollection<ToldFlow> flows, long acknowledgedBesides = 0)
    {
        var figures = new PromiseFigures { Acknowledged = flows.Sum(flow => flow.Steps.Count) + acknowledgedBesides };
        var known = flows.Where(flow => flow.DeclarationId is not null).ToDictionary(flow => flow.DeclarationId!);
        foreach (var (id, flow) in known)
        {
            if (!_declarations.TryGetValue(id, out var stored))
            {
                figures.Break(Promise.Lost, flow.Steps.Count, id);
                continue;
            }

            figures.Break(Promise.Lost, Math.Max(0, flow.Steps.Count - stored.History.Length), id);
            figures.Break(Promise.Doubled, Math.Max(0, stored.History.Length - flow.Steps.Count), id);
            var state = stored.State;
            var versions = state.History.Select(entry => entry.Version);
            var areContiguous =
                versions.SequenceEqual(Enumerable.Range(1, state.History.Length).Select(version => (long)version))
                && state.Version == state.History.Length;
            figures.Break(Promise.Gap, areContiguous ? 0 : 1, id);
            var told = flow.Steps.Count == 0 ? null : flow.Steps[^1].ETag;
            var isAsTold =
                told == $"\"v{state.Version}-r{state.DraftRevision}\""
                && state.History.Select(entry => entry.Action).SequenceEqual(Actions.Take(flow.Steps.Count));
            figures.Break(Promise.Different, isAsTold ? 0 : 1, id);
            var commands = stored.Commands.Select(command => command.Key).Distinct().Count();
            figures.Break(Promise.Doubled, commands == stored.Commands.Length ? 0 : 1, id);
        }

        // A declaration that nobody was told of: its filing was never decided for the client, or was done twice.
        var filedTwice = _declarations
            .Values.GroupBy(stored => stored.State.PersonId)
            .Where(person => person.Count() > 1);
        foreach (var person in filedTwice)
        {
            figures.Break(Promise.Doubled, person.Count() - 1, person.First().Id);
        }

        JudgeRows(figures);
        return figures;
    }

    /// <summary>Drafts against what their owners were told: each acknowledged saving moved the revision by one, and nothing else did.</summary>
    public void JudgeDrafts(IReadOnlyCollection<ToldDraft> drafts, PromiseFigures figures)
    {
        foreach (var draft in drafts)
        {
            if (!_declarations.TryGetValue(draft.Id, out var stored))
            {
                figures.Break(Promise.Lost, draft.Saves, draft.Id);
                continue;
            }

            var moved = stored.State.DraftRevision - draft.FirstRevision;
            figures.Break(Promise.Lost, Math.Max(0, draft.Saves - moved), draft.Id);
            figures.Break(Promise.Doubled, Math.Max(0, moved - draft.Saves), draft.Id);
            var isAsTold = draft.ETag == $"\"v{stored.State.Version}-r{stored.State.DraftRevision}\"";
            figures.Break(Promise.Different, isAsTold ? 0 : 1, draft.Id);
        }
    }

    /// <summary>Declarations of which nobody was told, such as those of filings that were refused.</summary>
    public void JudgeUntold(IReadOnlySet<string> told, PromiseFigures figures)
    {
        foreach (var id in _declarations.Keys.Where(id => !told.Contains(id)))
        {
            figures.Break(Promise.Doubled, 1, $"{id}, of which nobody was told");
        }
    }

    private void JudgeRows(PromiseFigures figures)
    {
        var wanted = new HashSet<string>();
        foreach (var (id, stored) in _declarations)
        {
            var state = stored.State;
            if (state.Holder is { } holder)
            {
                wanted.Add($"w|{holder.Code.Value}|{id}");
            }

            wanted.UnionWith(state.Route.Select(step => $"p|{step.Unit.Code.Value}|{id}"));
        }

        foreach (var row in _rows.Except(wanted))
        {
            figures.Break(Promise.StrayRow, 1, row);
        }

        foreach (var row in wanted.Except(_rows))
        {
            figures.Break(Promise.MissingRow, 1, row);
        }
    }

    private void Take(TableEntity row)
    {
        if (
            row.RowKey.StartsWith("w|", StringComparison.Ordinal)
            || row.RowKey.StartsWith("p|", StringComparison.Ordinal)
        )
        {
            _rows.Add(row.RowKey);
        }
        else if (row.RowKey.StartsWith(DocumentMark, StringComparison.Ordinal))
        {
            var document = Read(row);
            _declarations.Add(document.Id, document);
        }
    }

    private static DeclarationDocument Read(TableEntity row)
    {
        var bytes = new byte[row.GetInt32("L")!.Value];
        var filled = 0;
        for (var chunk = 0; filled < bytes.Length; chunk++)
        {
            var part = row.GetBinary($"D{chunk}")!;
            part.CopyTo(bytes, filled);
            filled += part.Length;
        }

        return JsonSerializer.Deserialize<DeclarationDocument>(bytes, DocumentJson.Options)!;
    }
}
