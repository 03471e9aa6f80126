using Azure;
using Azure.Data.Tables;
using CeActors.AzureStorage;
using CeActors.AzureStorage.GrainState;
using CeActors.AzureStorage.Transactions;

namespace CeActors.Simulation.Tables;

/// <summary>
/// The storage service: tables of rows with etags, entity group transactions that apply as a whole or not at all, and a network
/// before it that loses requests and answers. What has been sent is applied, or not, whatever became of its sender.
/// </summary>
internal sealed class SimulatedStorage
{
    private readonly Dictionary<string, SimulatedTable> _tables = [];
    private readonly SimulatedScheduler _scheduler;
    private readonly ServiceRules _rules;
    private readonly HashSet<string> _writeIdsSent = new(StringComparer.Ordinal);
    private long _etags;

    public SimulatedStorage(SimulatedScheduler scheduler, ServiceRules rules, SimulatedStorage? like = null)
    {
        _rules = rules;
        _scheduler = scheduler;
        Account = new TableAccount(new Service(this), new Service(this)) { Senders = name => new Sender(this, name) };
        if (like is not null)
        {
            _etags = like._etags;
            foreach (var (name, table) in like._tables)
            {
                _tables[name] = new SimulatedTable(table);
            }
        }
    }

    /// <summary>As the providers see it.</summary>
    public TableAccount Account { get; }

    /// <summary>What goes wrong at present.</summary>
    public Faults Faults { get; set; } = Faults.None;

    /// <summary>Writes that failed for their sender and are still to land.</summary>
    public int Unsettled { get; private set; }

    /// <summary>Called when a transaction was applied, with the keys that it changed.</summary>
    public Action<SimulatedTable, IReadOnlyList<string>>? Applied { get; set; }

    /// <summary>Called when a write is sent that will land late, with its keys.</summary>
    public Action<IReadOnlyList<string>>? LandsLate { get; set; }

    private Chance Chance => _scheduler.Chance;

    public SimulatedTable Table(string name)
    {
        if (!_tables.TryGetValue(name, out var table))
        {
            _tables[name] = table = new SimulatedTable();
        }

        return table;
    }

    /// <summary>All rows of all tables that start with a name.</summary>
    public IEnumerable<TableEntity> RowsOf(string tablePrefix) =>
        _tables
            .Where(table => table.Key.StartsWith(tablePrefix, StringComparison.Ordinal))
            .SelectMany(table => table.Value.Rows);

    /// <summary>One request for reading: the answer is that of an instant between sending and receiving.</summary>
    public Task<T> ReadAsync<T>(Func<T> read)
    {
        var answer = new TaskCompletionSource<T>();
        var fails = Chance.Happens(Faults.ReadFails);
        _scheduler.After(
            Chance.Milliseconds(0.2, 4),
            () =>
            {
                _scheduler.Trace.Mix(3);
                if (fails)
                {
                    answer.TrySetException(new RequestFailedException("The simulated storage was not reached."));
                }
                else
                {
                    answer.TrySetResult(read());
                }
            }
        );
        return answer.Task;
    }

    private Task<IReadOnlyList<string?>> SendAsync(
        string table,
        IReadOnlyList<TableTransactionAction> rows,
        TimeSpan answerLimit
    )
    {
        var answer = new TaskCompletionSource<IReadOnlyList<string?>>();
        var sent = rows.ToArray();
        var isAgain = false;
        if (!_rules.SendsTheSameAgain)
        {
            foreach (var row in sent)
            {
                isAgain |= DocumentRow.WriteIdOf((TableEntity)row.Entity) is { } writeId && !_writeIdsSent.Add(writeId);
            }
        }

        var isUnconditional = isAgain || !_rules.ReplacesOnCondition;
        var wait = Chance.Happens(Faults.WriteSlow) ? Chance.Milliseconds(200, 9_500) : Chance.Milliseconds(0.5, 5);
        // A connection may be reset at once, or nothing is ever heard.
        var (givenUp, why) = Chance.Happens(0.7)
            ? (Chance.Milliseconds(1, 50), (Exception)new RequestFailedException("The connection was reset."))
            : (answerLimit, new OperationCanceledException("No answer came in time."));
        if (Chance.Happens(Faults.StorageBusy))
        {
            Fail(wait, new TransactionRefusedException(503, "ServerBusy", null, null));
        }
        else if (Chance.Happens(Faults.WriteLost))
        {
            Say("a write does not reach the storage");
            Fail(givenUp, why);
        }
        else if (Chance.Happens(Faults.AcknowledgementLost))
        {
            Say("the acknowledgement of a write is lost");
            Land(wait < givenUp ? wait : givenUp, _ => { });
            Fail(givenUp, why);
        }
        else if (Chance.Happens(Faults.WriteLandsLate))
        {
            var late =
                Faults.LandsVeryLate ? Chance.Between(Faults.LandsVeryLateLeast, Faults.LandsLateMax)
                : Chance.Happens(0.5) ? Chance.Milliseconds(1, 200)
                : Chance.Between(TimeSpan.Zero, Faults.LandsLateMax);
            Say("a write will land late");
            LandsLate?.Invoke([.. sent.Select(row => row.Entity.RowKey)]);
            Fail(givenUp, why);
            Land(givenUp + late, _ => { });
        }
        else
        {
            Fail(answerLimit, new OperationCanceledException("No answer came in time."));
            Land(wait, outcome => _scheduler.After(Chance.Milliseconds(0.2, 2), () => outcome(answer)));
        }

        return answer.Task;

        void Fail(TimeSpan after, Exception exception) =>
            _scheduler.After(after, () => answer.TrySetException(exception));

        void Land(TimeSpan after, Action<Action<TaskCompletionSource<IReadOnlyList<string?>>>> then)
        {
            Unsettled++;
            _scheduler.After(
                after,
                () =>
                {
                    Unsettled--;
                    var (etags, refused) = TryApply(table, sent, isUnconditional);
                    then(waiting =>
                    {
                        if (refused is null)
                        {
                            waiting.TrySetResult(etags);
                        }
                        else
                        {
                            waiting.TrySetException(refused);
                        }
                    });
                }
            );
        }
    }

    private (IReadOnlyList<string?> ETags, Exception? Refused) TryApply(
        string name,
        TableTransactionAction[] rows,
        bool isUnconditional
    )
    {
        var table = Table(name);
        if (!_rules.LandsAsOne && rows.Length > 1)
        {
            var (etag, first) = TryApply(name, rows[..1], isUnconditional);
            _scheduler.After(Chance.Milliseconds(0.5, 50), () => TryApply(name, rows[1..], isUnconditional: true));
            return ([.. etag, .. new string?[rows.Length - 1]], first);
        }

        var (etags, refused) = table.Apply(rows, isUnconditional, () => $"W/\"{++_etags}\"");
        _scheduler.Trace.Mix(refused is null ? 4 : 5);
        if (_scheduler.Trace.IsKept)
        {
            Say(
                refused is null
                    ? $"written: {string.Join(", ", rows.Select(row => $"{row.ActionType} {row.Entity.RowKey}"))}"
                    : $"refused with {refused.Status} {refused.ErrorCode}: {rows[refused.Index!.Value].Entity.RowKey}"
            );
        }

        if (refused is null)
        {
            Applied?.Invoke(table, [.. rows.Select(row => row.Entity.RowKey)]);
        }

        return (etags, refused);
    }

    private TableEntity? Find(string table, string rowKey, IEnumerable<string>? columns)
    {
        var row = Table(table).Find(rowKey);
        if (row is null || columns is null || _rules.ShowsWriteIds)
        {
            return row;
        }

        var bare = new TableEntity(row) { ETag = row.ETag };
        bare.Remove(DocumentRow.WriteIdColumn);
        return bare;
    }

    private void Say(string words) => _scheduler.Trace.Say(_scheduler.Now, words);

    private sealed class Sender(SimulatedStorage storage, string table) : ITransactionSender
    {
        public Task<IReadOnlyList<string?>> SendAsync(
            IReadOnlyList<TableTransactionAction> rows,
            TimeSpan answerLimit,
            CancellationToken cancellationToken
        ) => storage.SendAsync(table, rows, answerLimit);
    }

    private sealed class Service(SimulatedStorage storage) : TableServiceClient
    {
        public override string AccountName => "simulated";

        public override TableClient GetTableClient(string tableName) => new Client(storage, tableName);
    }

    private sealed class Client(SimulatedStorage storage, string name) : TableClient
    {
        public override Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
            string partitionKey,
            string rowKey,
            IEnumerable<string>? select = null,
            CancellationToken cancellationToken = default
        ) =>
            storage.ReadAsync<NullableResponse<T>>(() => new Found<T>((T?)(object?)storage.Find(name, rowKey, select)));
    }

    private sealed class Found<T>(T? row) : NullableResponse<T>
        where T : class
    {
        public override bool HasValue => row is not null;

        public override T? Value => row;

        public override Response GetRawResponse() => new NotFound();
    }

    private sealed class NotFound : Response
    {
        public override int Status => 404;

        public override string ReasonPhrase => "";

        public override Stream? ContentStream { get; set; }

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose() { }

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<Azure.Core.HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(
            string name,
            [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value
        )
        {
            value = null;
            return false;
        }

        protected override bool TryGetHeaderValues(
            string name,
            [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IEnumerable<string>? values
        )
        {
            values = null;
            return false;
        }
    }
}
