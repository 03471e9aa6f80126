using System.Globalization;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Processes;
using CeActors.Testing;

namespace CeActors.Benchmarks.Systems;

/// <summary>The EF Core peer on a database of its own. Nobody signs in: headers say who asks.</summary>
public sealed class PeerSystem : IFlowTarget
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly ChildProcess _peer;

    private PeerSystem(ChildProcess peer, PostgresServer server, int port, IReadOnlyList<LoadActor> people)
    {
        _peer = peer;
        Address = new Uri($"http://127.0.0.1:{port}");
        People = people;
        Processes = new Dictionary<string, Func<double>>
        {
            ["peer"] = () => ProcessorTime.Of(peer.Id),
            ["postgres"] = () => server.ProcessorSeconds,
        };
    }

    /// <inheritdoc />
    public Uri Address { get; }

    /// <inheritdoc />
    public IReadOnlyList<LoadActor> People { get; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Func<double>> Processes { get; }

    /// <summary>Starts the peer on a new, empty database.</summary>
    public static async Task<PeerSystem> StartAsync(
        PostgresServer server,
        Province province,
        int personCount,
        CancellationToken cancellationToken
    )
    {
        var port = FreePort.Next();
        var peer = ChildProcess.Start(
            "peer",
            BuildOutput.Command("EntityFrameworkPeer"),
            new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
                ["Database__ConnectionString"] = server.ConnectionString($"peer_{Guid.NewGuid():N}"),
            }
        );
        var people = Enumerable
            .Range(0, personCount)
            .Select(i => new LoadActor(
                string.Create(CultureInfo.InvariantCulture, $"person-{i:D7}"),
                province.ChainOf(i).Employer.Code
            ))
            .ToArray();
        var system = new PeerSystem(peer, server, port, people);
        try
        {
            await peer.WaitAsync(
                () => Readiness.AnswersAsync(system.Address, "/health/ready", cancellationToken),
                StartLimit,
                cancellationToken
            );
            return system;
        }
        catch (Exception)
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public void Identify(HttpRequestMessage request, LoadActor actor)
    {
        request.Headers.TryAddWithoutValidation("X-Person", actor.Subject);
        if (actor.EmployerCode is { } employer)
        {
            request.Headers.TryAddWithoutValidation("X-Employer", employer);
        }
    }

    /// <inheritdoc />
    public Task<StorageCounts?> CountStorageAsync(CancellationToken cancellationToken) =>
        Task.FromResult<StorageCounts?>(null);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _peer.DisposeAsync();
}
