using CeActors.Testing;

namespace CeActors.Infrastructure.Tests.Publishing;

/// <summary>What <c>dotnet publish src/Functions</c> gives, from the build that is there.</summary>
public sealed class PublishedFront : IAsyncLifetime
{
    private readonly TemporaryFolder _output = new();
    private readonly TemporaryFolder _client = new();

    public string Folder => _output.Path;

    public async Task InitializeAsync()
    {
        var root = RepositoryRoot.Path;
        var built = Path.Combine(root, "web", "dist");
        var client = File.Exists(Path.Combine(built, "index.html")) ? built : StandIn();
        var arguments = new List<string>
        {
            "publish",
            Path.Combine(root, "src", "Functions", "Functions.csproj"),
            "--no-build",
            "--configuration",
            Configuration,
            "--output",
            Folder,
            "-p:WebClientFolder=" + client,
            "-nodeReuse:false",
            "-verbosity:quiet",
            "-nologo",
        };
        var result = await Command.RunAsync("dotnet", arguments, root);
        result.ExitCode.ShouldBe(0, result.Output + result.Errors);
    }

    public Task DisposeAsync()
    {
        _output.Dispose();
        _client.Dispose();
        return Task.CompletedTask;
    }

    // The configuration that these tests were built in is the one that there is a build of.
    private static string Configuration =>
        AppContext.BaseDirectory.Contains("debug", StringComparison.OrdinalIgnoreCase) ? "Debug" : "Release";

    // The client is built by ./test; where these tests run alone, a page like it will do.
    private string StandIn()
    {
        Directory.CreateDirectory(_client["assets"]);
        Directory.CreateDirectory(_client[".vite"]);
        File.WriteAllText(_client["index.html"], "<!doctype html><title>%STYLE_NONCE%</title>");
        File.WriteAllText(_client[Path.Combine("assets", "index-1.js")], "");
        File.WriteAllText(_client[Path.Combine(".vite", "manifest.json")], "{}");
        return _client.Path;
    }
}

/// <summary>It is published once for all who look at it.</summary>
[CollectionDefinition(Name)]
public sealed class PublishedFrontCollection : ICollectionFixture<PublishedFront>
{
    public const string Name = "Published front";
}
