using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;

namespace CeActors.Benchmarks.Systems;

/// <summary>Fills our system over its registry endpoints: units, their reviewers, and the people who will file.</summary>
public sealed class Registration(CeActorsSystem system, int clientCount) : IDisposable
{
    private const int AttemptsMax = 30;
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(5);
    private readonly HttpClient _http = new(
        new SocketsHttpHandler { MaxConnectionsPerServer = clientCount, ActivityHeadersPropagator = null }
    )
    {
        BaseAddress = system.Address,
        Timeout = TimeSpan.FromSeconds(60),
    };

    private readonly LoadActor _registrar = system.SignIn(new LoadActor(CeActorsSystem.Registrar));

    /// <summary>Registers all units, level by level because a superior must be there first, and a reviewer in each.</summary>
    public async Task AddUnitsAsync(Province province, CancellationToken cancellationToken)
    {
        foreach (var level in province.Units.GroupBy(unit => unit.Kind))
        {
            await AllAsync(level.ToArray(), AddUnitAsync, "units", cancellationToken);
        }
    }

    /// <summary>Registers more reviewers of one unit, each with a name of their own, and signs them in.</summary>
    public async Task<IReadOnlyList<LoadActor>> AddReviewersAsync(
        LoadUnit unit,
        int count,
        CancellationToken cancellationToken
    )
    {
        var reviewers = new List<LoadActor>(count);
        for (var number = 0; number < count; number++)
        {
            var reviewer = system.SignIn(
                new LoadActor(string.Create(CultureInfo.InvariantCulture, $"reviewer-{unit.Code}-{number:D3}"))
            );
            var (path, body) = RegistryRequests.Member(unit, reviewer, $"审核员{number}");
            await PutAsync(path, body, cancellationToken);
            reviewers.Add(reviewer);
        }

        return reviewers;
    }

    /// <summary>Registers more people, each with the employer whose flow they will file, and signs them in.</summary>
    public async Task AddPeopleAsync(Province province, int count, CancellationToken cancellationToken)
    {
        var people = Enumerable
            .Range(system.People.Count, count)
            .Select(i => new LoadActor(
                string.Create(CultureInfo.InvariantCulture, $"declarant-{i:D7}"),
                province.ChainOf(i).Employer.Code
            ))
            .ToArray();
        var first = system.People.Count;
        await AllAsync(
            people.Select((person, i) => (first + i, person)).ToArray(),
            AddPersonAsync,
            "people",
            cancellationToken
        );
        system.People = [.. system.People, .. people];
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task AddUnitAsync(LoadUnit unit, CancellationToken cancellationToken)
    {
        foreach (var (path, body) in RegistryRequests.Of(unit))
        {
            await PutAsync(path, body, cancellationToken);
        }

        system.SignIn(unit.Reviewer);
    }

    private async Task AddPersonAsync((int Index, LoadActor Actor) person, CancellationToken cancellationToken)
    {
        system.SignIn(person.Actor);
        await PutAsync(
            $"/api/registry/people/{person.Actor.Subject}",
            new
            {
                Name = "申报人",
                ResidentId = ResidentIds.Number(person.Index),
                person.Actor.EmployerCode,
            },
            cancellationToken
        );
    }

    // A 503 means that the outcome is unknown, a 429 that nothing was done: the same command with the same key is safe to send again.
    private async Task PutAsync(string path, object body, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web);
        var key = Guid.NewGuid().ToString("N");
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = FilingBody.Json(bytes) };
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            system.Identify(request, _registrar);
            using var response = await _http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            var passes = response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests;
            if (!passes || attempt == AttemptsMax)
            {
                var problem = await response.Content.ReadAsStringAsync(cancellationToken);
                throw new BenchmarkException($"PUT {path} answered {(int)response.StatusCode}: {problem}");
            }

            await Task.Delay(response.Headers.RetryAfter?.Delta ?? AgainAfter, cancellationToken);
        }
    }

    private async Task AllAsync<T>(
        IReadOnlyList<T> all,
        Func<T, CancellationToken, Task> add,
        string what,
        CancellationToken cancellationToken
    )
    {
        var watch = Stopwatch.StartNew();
        var (done, said) = (0, 0L);
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = clientCount, CancellationToken = cancellationToken },
            async (one, stop) =>
            {
                await add(one, stop);
                Interlocked.Increment(ref done);
                var due = Interlocked.Read(ref said);
                if (
                    watch.ElapsedMilliseconds - due >= SayEvery.TotalMilliseconds
                    && Interlocked.CompareExchange(ref said, watch.ElapsedMilliseconds, due) == due
                )
                {
                    Progress.Say($"registering {what}: {Volatile.Read(ref done)} of {all.Count}");
                }
            }
        );
    }
}
