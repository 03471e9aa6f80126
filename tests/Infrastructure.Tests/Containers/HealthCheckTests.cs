using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CeActors.Infrastructure.Tests.Containers;

/// <summary>The images' own look at their health, against a server that says one thing or another. It needs a bash, as the images have.</summary>
public sealed class HealthCheckTests
{
    [Theory]
    [InlineData("front", "HTTP/1.1 200 OK", true)]
    [InlineData("front", "HTTP/1.1 503 Service Unavailable", false)]
    [InlineData("silo", "HTTP/1.1 200 OK", true)]
    [InlineData("silo", "HTTP/1.1 404 Not Found", false)]
    public async Task It_is_well_while_the_process_says_so(string part, string answer, bool isWell)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var request = AnswerAsync(listener, answer);
        var result = await RunAsync(part, ((IPEndPoint)listener.LocalEndpoint).Port);
        (result.ExitCode == 0).ShouldBe(isWell, result.Errors);
        (await request).ShouldStartWith("GET /health/live HTTP/1.0");
    }

    [Fact]
    public async Task It_is_not_well_when_nobody_listens()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        (await RunAsync("silo", Testing.FreePort.Next())).ExitCode.ShouldNotBe(0);
    }

    private static Task<CommandResult> RunAsync(string part, int port)
    {
        var command = DockerfileTests.HealthCheckOf(Dockerfile.Of(part).Stages[^1]);
        var script = System.Text.RegularExpressions.Regex.Replace(
            command[^1],
            @"/127\.0\.0\.1/\d+",
            $"/127.0.0.1/{port}"
        );
        return Command.RunAsync(command[0], [.. command[1..^1], script]);
    }

    private static async Task<string> AnswerAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var buffer = new byte[1_000];
        var read = await client.GetStream().ReadAsync(buffer);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\nConnection: close\r\n\r\n"));
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
