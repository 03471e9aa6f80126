using System.Globalization;
using System.Net;
using CeActors.Silo.Hosting;
using CeActors.Testing;
using CeActors.Testing.Faults;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Hosting.Tests;

/// <summary>Whoever asks for the health of silo or front, however often, costs the storage nothing.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private const int Rounds = 300;

    // Heartbeats, membership and gateways are read and written meanwhile, all at their own pace.
    private const int RequestsBesides = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private readonly HttpClient _http = new();
    private readonly int _healthPort = FreePort.Next();
    private readonly int _frontPort = FreePort.Next();
    private AzuriteProcess? _azurite;
    private FaultProxy? _tables;
    private FaultProxy? _blobs;
    private IHost? _silo;
    private IHost? _front;

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync();
        _tables = await FaultProxy.StartAsync(_azurite.TableUri, new FaultSchedule(1, FaultRates.None));
        _blobs = await FaultProxy.StartAsync(_azurite.BlobUri, new FaultSchedule(1, FaultRates.None));
        var account = _azurite.ConnectionStringThrough(_tables.Port, _blobs.Port);
        // Without a dashboard: health has a port of its own.
        _silo = SiloHost.Build([
            $"--Cluster:ConnectionString={account}",
            $"--Storage:ConnectionString={account}",
            $"--Silo:Port={Text(FreePort.Next())}",
            $"--Silo:GatewayPort={Text(FreePort.Next())}",
            "--Dashboard:Port=0",
            $"--Health:Port={Text(_healthPort)}",
        ]);
        await _silo.StartAsync();
        _front = Functions.Program.Build([
            $"--Cluster:ConnectionString={account}",
            $"--Evidence:ConnectionString={account}",
            $"--Front:Port={Text(_frontPort)}",
        ]);
        await _front.StartAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var host in (IHost?[])[_front, _silo])
        {
            if (host is not null)
            {
                await host.StopAsync();
                host.Dispose();
            }
        }

        await _tables!.DisposeAsync();
        await _blobs!.DisposeAsync();
        await _azurite!.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task Health_of_both_hosts_never_asks_the_storage()
    {
        foreach (var port in (int[])[_healthPort, _frontPort])
        {
            await ReadyAsync(port);
        }

        var before = RequestsToStorage;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var port in (int[])[_healthPort, _frontPort])
            {
                (await StatusAsync(port, "/health/live")).ShouldBe(HttpStatusCode.OK);
                (await StatusAsync(port, "/health/ready")).ShouldBe(HttpStatusCode.OK);
            }
        }

        (RequestsToStorage - before).ShouldBeLessThan(
            RequestsBesides,
            $"{4 * Rounds} questions for health were asked meanwhile"
        );

        // And the silo has no dashboard and no figures there.
        (await StatusAsync(_healthPort, "/")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(_healthPort, "/diagnostics/storage")).ShouldBe(HttpStatusCode.NotFound);
    }

    private long RequestsToStorage => _tables!.Requests.Values.Sum() + _blobs!.Requests.Values.Sum();

    private async Task ReadyAsync(int port)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await StatusAsync(port, "/health/ready") != HttpStatusCode.OK)
        {
            TimeProvider
                .System.GetElapsedTime(started)
                .ShouldBeLessThan(Patience, $"Awaited that port {port} is ready.");
            await Task.Delay(LookEvery);
        }
    }

    private async Task<HttpStatusCode> StatusAsync(int port, string path)
    {
        using var answer = await _http.GetAsync(new Uri($"http://127.0.0.1:{Text(port)}{path}"));
        return answer.StatusCode;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
