using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Systems;

namespace CeActors.Benchmarks.Crash;

/// <summary>What all clients of a run share.</summary>
public sealed class StoryPlace(CrashCluster cluster, Province province, PatientClient client, CrashOptions options)
{
    /// <summary>Bodies without their nulls, in camel case.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly TimeSpan BatchLookEvery = TimeSpan.FromMilliseconds(200);
    private int _people = -1;

    /// <summary>Runs since the place was made.</summary>
    public Stopwatch Clock { get; } = Stopwatch.StartNew();

    /// <summary>What was acknowledged.</summary>
    public Ledger Ledger { get; } = new();

    /// <summary>Where clients wait while something is checked.</summary>
    public Gate Gate { get; } = new();

    /// <summary>Declarations that wait for a batch.</summary>
    public BatchBasket Batches { get; } = new();

    /// <summary>Sends.</summary>
    public PatientClient Client => client;

    /// <summary>The units.</summary>
    public Province Province => province;

    /// <summary>Administrator of the registry.</summary>
    public LoadActor Administrator => cluster.Administrator;

    /// <summary>Mean pause between two commands of a client.</summary>
    public TimeSpan ThinkTime => options.ThinkTime;

    /// <summary>Begins every key of this run.</summary>
    public string RunName { get; } = string.Create(CultureInfo.InvariantCulture, $"crash-{options.Seed}");

    /// <summary>A filing that is submitted at once.</summary>
    public byte[] FilingBody { get; } = Load.FilingBody.Filing(submits: true);

    /// <summary>The same as a draft.</summary>
    public byte[] DraftBody { get; } = Load.FilingBody.Filing(submits: false);

    /// <summary>Somebody who has not filed yet, signed in, and the units that their declaration will pass.</summary>
    public (LoadActor Person, Chain Chain) NextPerson()
    {
        var index = Interlocked.Increment(ref _people);
        var chain = province.ChainOf(index);
        var subject = string.Create(CultureInfo.InvariantCulture, $"declarant-{index:D7}");
        return (cluster.SignIn(new LoadActor(subject, chain.Employer.Code)), chain);
    }

    /// <summary>The number in a person's subject.</summary>
    public int IndexOf(LoadActor person) => int.Parse(person.Subject.AsSpan(10), CultureInfo.InvariantCulture);

    /// <summary>Sends a command and notes how long it took.</summary>
    public async Task<Answer[]> TimedAsync(CrashRequest command, Func<Task<Answer[]>> send)
    {
        var from = Clock.Elapsed;
        Ledger.UnderWay[command] = from;
        IReadOnlyList<string> setbacks = [];
        try
        {
            var answers = await send();
            setbacks = [.. answers.SelectMany(answer => answer.Setbacks)];
            return answers;
        }
        finally
        {
            Ledger.Waits.Enqueue(new Waited(from, Clock.Elapsed, $"{command.Method} {command.Path}", setbacks));
            Ledger.UnderWay.TryRemove(command, out _);
        }
    }

    /// <summary>Registers the units and a reviewer in each, those above before those below.</summary>
    public async Task RegisterUnitsAsync(CancellationToken cancellationToken)
    {
        foreach (var unit in province.Units)
        {
            foreach (var (path, body) in RegistryRequests.Of(unit))
            {
                await PutAsync(path, body, cancellationToken);
            }

            cluster.SignIn(unit.Reviewer);
        }
    }

    /// <summary>Looks at a batch until it is finished.</summary>
    /// <exception cref="UnansweredException">It was not in two minutes.</exception>
    public async Task<Answer> FinishBatchAsync(LoadActor clerk, string batchId, int front)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var view = await client.SendAsync(
                new CrashRequest(clerk, HttpMethod.Get, $"/api/batches/{batchId}"),
                front,
                default
            );
            if (view.IsSuccess && view.Body.GetProperty("isFinished").GetBoolean())
            {
                return view;
            }

            if (Stopwatch.GetElapsedTime(start) > PatientClient.PatienceMax)
            {
                throw new UnansweredException($"batch {batchId} was not finished in {PatientClient.PatienceMax}");
            }

            await Task.Delay(BatchLookEvery);
        }
    }

    private async Task PutAsync(string path, object body, CancellationToken cancellationToken)
    {
        var request = new CrashRequest(
            cluster.Administrator,
            HttpMethod.Put,
            path,
            JsonSerializer.SerializeToUtf8Bytes(body, Json),
            Key: Guid.NewGuid().ToString("N")
        );
        var answer = await client.SendAsync(request, 0, cancellationToken);
        if (!answer.IsSuccess)
        {
            throw new BenchmarkException($"PUT {path} answered {(int)answer.Status}: {answer.Body}");
        }
    }
}

/// <summary>Collects declarations at each agency until there are enough for a batch.</summary>
public sealed class BatchBasket
{
    /// <summary>Declarations of one batch.</summary>
    public const int BatchSize = 6;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<KnownDeclaration>> _waiting = [];

    /// <summary>Adds one; gives all that wait at the agency when they are enough, else null.</summary>
    public IReadOnlyList<KnownDeclaration>? Add(string agency, KnownDeclaration declaration)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue(agency, out var list))
            {
                _waiting[agency] = list = [];
            }

            list.Add(declaration);
            return list.Count < BatchSize || !_waiting.Remove(agency) ? null : list;
        }
    }
}
