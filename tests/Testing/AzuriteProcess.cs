using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CeActors.Testing;

/// <summary>
/// An Azurite of one's own: blobs, queues and tables on free ports, in memory unless a directory is given.
/// It ends with <see cref="DisposeAsync"/> and also, by itself, when the process that started it goes away.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    /// <summary>The account that the connection string names.</summary>
    public const string AccountName = "devstoreaccount1";

    /// <summary>A second account on the same ports, for tests of data spread over accounts.</summary>
    public const string SecondAccountName = "devstoreaccount2";

    /// <summary>The published development key; both accounts have it.</summary>
    public const string AccountKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>How long a start may take: 1.3 to 3 s on an idle machine, up to 19 s were seen on a busy one.</summary>
    public static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    /// <summary>How long it may take to stop after being asked; saving a directory takes the longest.</summary>
    public static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private const int StartAttemptsMax = 5;
    private const int OutputLinesMax = 100;
    private const int TerminateSignal = 15;
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(50);

    // Its standard input is a pipe of ours: when we die, however, the pipe ends and Azurite stops in good order.
    private const string StopWithParent =
        "data:text/javascript,process.stdin.on('end',()=>process.kill(process.pid,'SIGTERM')).resume().unref()";

    private readonly string? _directory;
    private readonly AzuriteCertificate? _certificate;
    private readonly Queue<string> _output = new();
    private Process _process;

    private AzuriteProcess(string? directory, AzuriteCertificate? certificate)
    {
        _directory = directory;
        _certificate = certificate;
        BlobPort = FreePort.Next();
        QueuePort = FreePort.Next();
        TablePort = FreePort.Next();
        _process = Prepare();
    }

    /// <summary>The port of the blob service.</summary>
    public int BlobPort { get; }

    /// <summary>The port of the queue service.</summary>
    public int QueuePort { get; }

    /// <summary>The port of the table service.</summary>
    public int TablePort { get; }

    /// <summary>Its process id, for those who measure it.</summary>
    public int ProcessId => _process.Id;

    /// <summary>The blob address of <see cref="AccountName"/>.</summary>
    public Uri BlobUri => new($"{Scheme}://127.0.0.1:{BlobPort}/{AccountName}");

    /// <summary>The queue address of <see cref="AccountName"/>.</summary>
    public Uri QueueUri => new($"http://127.0.0.1:{QueuePort}/{AccountName}");

    /// <summary>The table address of <see cref="AccountName"/>.</summary>
    public Uri TableUri => new($"{Scheme}://127.0.0.1:{TablePort}/{AccountName}");

    /// <summary>The connection string of <see cref="AccountName"/> for all three services.</summary>
    public string ConnectionString => ConnectionStringOf(AccountName);

    /// <summary>The processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What Azurite printed last, for messages of failing tests.</summary>
    public string RecentOutput
    {
        get
        {
            lock (_output)
            {
                return string.Join(Environment.NewLine, _output);
            }
        }
    }

    /// <summary>The connection string of one of the two accounts.</summary>
    public string ConnectionStringOf(string accountName) => ConnectionStringOf(accountName, BlobPort, TablePort);

    /// <summary>The connection string of <see cref="AccountName"/> by way of proxies.</summary>
    /// <param name="tablePort">Where requests for tables go.</param>
    /// <param name="blobPort">Where requests for blobs go; null is straight to them.</param>
    public string ConnectionStringThrough(int tablePort, int? blobPort = null) =>
        ConnectionStringOf(AccountName, blobPort ?? BlobPort, tablePort);

    private string Scheme => _certificate is null ? "http" : "https";

    private string ConnectionStringOf(string accountName, int blobPort, int tablePort) =>
        $"DefaultEndpointsProtocol=http;AccountName={accountName};AccountKey={AccountKey};"
        + $"BlobEndpoint=http://127.0.0.1:{blobPort}/{accountName};"
        + $"QueueEndpoint=http://127.0.0.1:{QueuePort}/{accountName};"
        + $"TableEndpoint=http://127.0.0.1:{tablePort}/{accountName};";

    /// <summary>Starts an Azurite and returns when all its ports answer.</summary>
    /// <param name="directory">Where it keeps its data; null keeps them in memory.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="InvalidOperationException">It ended, or did not answer in time; its output is in the message.</exception>
    public static Task<AzuriteProcess> StartAsync(
        string? directory = null,
        CancellationToken cancellationToken = default
    ) => StartAsync(directory, null, cancellationToken);

    /// <summary>Starts one that speaks https and takes tokens of an authority besides keys; it looks at their claims, not at their signature.</summary>
    /// <exception cref="InvalidOperationException">It ended, or did not answer in time; its output is in the message.</exception>
    public static Task<AzuriteProcess> StartWithTokensAsync(
        AzuriteCertificate certificate,
        CancellationToken cancellationToken = default
    ) => StartAsync(null, certificate, cancellationToken);

    private static async Task<AzuriteProcess> StartAsync(
        string? directory,
        AzuriteCertificate? certificate,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var azurite = new AzuriteProcess(directory, certificate);
            try
            {
                await azurite.StartAsync(cancellationToken);
                return azurite;
            }
            catch (Exception)
            {
                // Another process may have been quicker to listen on a port that was free a moment ago.
                var again = azurite.RecentOutput.Contains("EADDRINUSE") && attempt < StartAttemptsMax;
                await azurite.DisposeAsync();
                if (!again)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>
    /// Stops it in good order (SIGTERM) and starts it again on the same ports and data, as when a storage account is away
    /// for some seconds.
    /// </summary>
    /// <exception cref="InvalidOperationException">It keeps its data in memory, or did not answer again in time.</exception>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        if (_directory is null)
        {
            throw new InvalidOperationException("What is kept in memory does not outlive a restart: give a directory.");
        }

        await DisposeAsync();
        _process = Prepare();
        await StartAsync(cancellationToken);
    }

    /// <summary>Asks it to stop (SIGTERM, so that nothing acknowledged is lost) and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsRunning())
        {
            Terminate();
            using var limit = new CancellationTokenSource(StopLimit);
            await _process.WaitForExitAsync(limit.Token);
        }

        _process.Dispose();
    }

    private Process Prepare()
    {
        var process = new Process { StartInfo = StartInfo(_directory) };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        return process;
    }

    private ProcessStartInfo StartInfo(string? directory)
    {
        var script = Path.Combine(
            RepositoryRoot.Path,
            "tools/azurite/node_modules/azurite/dist/src/azurite.js".Replace('/', Path.DirectorySeparatorChar)
        );
        if (!File.Exists(script))
        {
            throw new InvalidOperationException($"Azurite is not installed: {script}. Run ./test once, or npm ci.");
        }

        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = $"{AccountName}:{AccountKey};{SecondAccountName}:{AccountKey}" },
        };
        string[] ports = [$"{BlobPort}", "--queuePort", $"{QueuePort}", "--tablePort", $"{TablePort}"];
        string[] storage = directory is null ? ["--inMemoryPersistence"] : ["--location", directory];
        string[] habits = ["--silent", "--disableTelemetry", "--skipApiVersionCheck"];
        string[] tokens = _certificate is { } certificate
            ? ["--oauth", "basic", "--cert", certificate.CertificatePath, "--key", certificate.KeyPath]
            : [];
        foreach (
            var argument in (string[])
                ["--import", StopWithParent, script, "--blobPort", .. ports, .. storage, .. habits, .. tokens]
        )
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var watch = Stopwatch.StartNew();
        foreach (var port in (int[])[BlobPort, QueuePort, TablePort])
        {
            while (!await AnswersAsync(port, cancellationToken))
            {
                if (_process.HasExited)
                {
                    await _process.WaitForExitAsync(cancellationToken);
                    throw new InvalidOperationException($"Azurite ended ({_process.ExitCode}): {RecentOutput}");
                }

                if (watch.Elapsed > StartLimit)
                {
                    throw new InvalidOperationException($"Azurite was not ready in {StartLimit}: {RecentOutput}");
                }

                await Task.Delay(PollEvery, cancellationToken);
            }
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

    private bool IsRunning()
    {
        try
        {
            return !_process.HasExited;
        }
        catch (InvalidOperationException)
        {
            return false; // never started
        }
    }

    private void Terminate()
    {
        if (OperatingSystem.IsWindows())
        {
            _process.StandardInput.Close();
        }
        else
        {
            _ = SendSignal(_process.Id, TerminateSignal);
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.Enqueue(line);
            if (_output.Count > OutputLinesMax)
            {
                _output.Dequeue();
            }
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int processId, int signal);
}
