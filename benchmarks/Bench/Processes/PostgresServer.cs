using System.Net;
using System.Net.Sockets;
using CeActors.Benchmarks.Output;
using CeActors.Testing;

namespace CeActors.Benchmarks.Processes;

/// <summary>
/// Debian's PostgreSQL with a data directory of its own, as shipped: fsync and synchronous commit on. It refuses to run as
/// root, so root starts it as <c>postgres</c>.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string ServerUser = "postgres";
    private static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);
    private readonly ChildProcess _process;
    private readonly string _directory;

    private PostgresServer(ChildProcess process, string directory, int port)
    {
        _process = process;
        _directory = directory;
        Port = port;
    }

    /// <summary>The port on the loopback address.</summary>
    public int Port { get; }

    /// <summary>Processor seconds of the server and all its backends so far.</summary>
    public double ProcessorSeconds => ProcessorTime.OfFamily(_process.Id);

    /// <summary>A connection string; the database need not exist yet.</summary>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username={ServerUser};Database={database}";

    /// <summary>Installs it if it is missing (root on Debian), makes a data directory and starts it.</summary>
    /// <exception cref="BenchmarkException">There is none and none could be installed, or it did not start.</exception>
    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken)
    {
        var programs = await FindOrInstallAsync(cancellationToken);
        var directory = Directory.CreateTempSubdirectory("ceactors-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(["chown", ServerUser, directory], StepLimit, cancellationToken);
        }

        var data = Path.Combine(directory, "data");
        await RunAsync(
            [
                .. AsServer(),
                $"{programs}/initdb",
                "-D",
                data,
                "-U",
                ServerUser,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-locale",
            ],
            StepLimit,
            cancellationToken
        );
        var port = FreePort.Next();
        string[] settings = ["-p", $"{port}", "-h", "127.0.0.1", "-k", directory];
        var process = ChildProcess.Start(
            "postgres",
            [.. AsServer(), $"{programs}/postgres", "-D", data, .. settings],
            interrupts: true
        );
        var server = new PostgresServer(process, directory, port);
        try
        {
            await process.WaitAsync(() => AnswersAsync(port, cancellationToken), StepLimit, cancellationToken);
            return server;
        }
        catch (Exception)
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it (fast shutdown) and removes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private static string[] AsServer() =>
        Environment.IsPrivilegedProcess
            ? ["setpriv", $"--reuid={ServerUser}", $"--regid={ServerUser}", "--init-groups", "--"]
            : [];

    private static async Task<string> FindOrInstallAsync(CancellationToken cancellationToken)
    {
        if (Find() is { } found)
        {
            return found;
        }

        if (Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            Progress.Say("installing Debian's postgresql");
            await RunAsync(["apt-get", "update", "-q"], InstallLimit, cancellationToken);
            await RunAsync(
                ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-q", "postgresql"],
                InstallLimit,
                cancellationToken
            );
        }

        return Find()
            ?? throw new BenchmarkException(
                "The peer needs PostgreSQL: install it (apt-get install postgresql), or run without it (--no-peer)."
            );
    }

    private static string? Find() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .EnumerateDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;

    private static async Task RunAsync(string[] command, TimeSpan limit, CancellationToken cancellationToken)
    {
        await using var process = ChildProcess.Start(command[0], command);
        await process.WaitAsync(() => Task.FromResult(process.HasEnded), limit, cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new BenchmarkException($"{string.Join(' ', command)} failed: {process.RecentOutput}");
        }
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
