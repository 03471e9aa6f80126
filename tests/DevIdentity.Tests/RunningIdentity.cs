using System.Text.Json;
using CeActors.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CeActors.DevIdentity.Tests;

/// <summary>A provider on a port of its own, with its keys in a folder that outlives it.</summary>
internal sealed class RunningIdentity : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningIdentity(WebApplication app, Uri issuer)
    {
        _app = app;
        Issuer = issuer;
    }

    public Uri Issuer { get; }

    public static async Task<RunningIdentity> StartAsync(
        TestFolder folder,
        int? port = null,
        FakeTimeProvider? time = null,
        params string[] more
    )
    {
        var chosen = port ?? FreePort.Next();
        string[] args = [.. Arguments(folder, chosen), .. more];
        var app = IdentityHost.Create(
            args,
            services =>
            {
                if (time is not null)
                {
                    services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
                }
            }
        );
        await IdentityHost.StartAsync(app);
        return new RunningIdentity(app, new Uri($"http://127.0.0.1:{chosen}/"));
    }

    public static string[] Arguments(TestFolder folder, int port) =>
        [
            "--development",
            $"--port={port}",
            $"--KeyFolder={folder.Keys}",
            $"--AccountsFile={folder.AccountsFile}",
            "--Logging:LogLevel:Default=Warning",
        ];

    public CodeFlowClient Browser(string? redirectUri = null) =>
        redirectUri is null ? new CodeFlowClient(Issuer) : new CodeFlowClient(Issuer, redirectUri);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>A folder with an accounts file, deleted at the end.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ce-identity-");

    public TestFolder()
    {
        AccountsFile = Path.Combine(_folder.FullName, "accounts.json");
        object[] accounts =
        [
            new
            {
                subject = "person1",
                name = "欧阳建国",
                password = "demo",
                description = "高级工程师 <b>",
            },
            new
            {
                subject = "agency1",
                name = "赵强",
                password = "another",
            },
        ];
        File.WriteAllText(AccountsFile, JsonSerializer.Serialize(accounts));
    }

    public string AccountsFile { get; }

    public string Keys => Path.Combine(_folder.FullName, "keys");

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>One provider for all tests of a class that leave it as they found it.</summary>
public sealed class SharedIdentity : IAsyncLifetime
{
    private readonly TestFolder _folder = new();

    internal RunningIdentity Identity { get; private set; } = null!;

    public async Task InitializeAsync() => Identity = await RunningIdentity.StartAsync(_folder);

    public async Task DisposeAsync()
    {
        await Identity.DisposeAsync();
        _folder.Dispose();
    }
}
