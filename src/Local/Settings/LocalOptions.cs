using System.Globalization;

namespace CeActors.Local.Settings;

/// <summary>What the developer asked for.</summary>
public sealed class LocalOptions
{
    private const int PortMax = 65_535;
    private readonly Dictionary<PortSetting, int> _ports = [];

    private LocalOptions() { }

    /// <summary>The usage text.</summary>
    public static string Usage =>
        $"""
            ./run [COMMAND] [options]      (Windows: dotnet run --project src/Local -- [COMMAND] [options])

              run            start everything, load the demo province, wait for Ctrl-C (the standard)
              demo           the same, then play the guide's story over HTTP, leave out/statement.pdf and stop
              verify         read the whole storage and tell every broken promise; exits 0 when there is none
              backup FOLDER  copy the storage into a new folder, also while everything runs
              restore FOLDER write a backup into an empty storage (--fresh empties this machine's first) and verify it

              --fresh        delete the data folder first
              --data DIR     data, logs and development secrets (standard .local; CEACTORS_DATA)
              --out DIR      where the demo leaves statement.pdf (standard out; CEACTORS_OUT)
              --connection C verify, backup, restore: connection string of a storage account (CEACTORS_CONNECTION), or the
                             addresses of tables and files with a blank between, signed in to as you are; without
                             one, the storage of this machine
              --no-province  start without loading the demo province
            {string.Join(
                Environment.NewLine,
                PortSetting.All.Select(port => $"  {port.Flag, -16} {port.Standard, -6} {port.Purpose} ({port.Variable})")
            )}
            """;

    /// <summary><c>run</c>, <c>demo</c>, <c>verify</c>, <c>backup</c>, <c>restore</c> or <c>help</c>.</summary>
    public string Command { get; private set; } = "run";

    /// <summary>Absolute path of the folder of a backup; empty for other commands.</summary>
    public string BackupFolder { get; private set; } = "";

    /// <summary>Connection string or two addresses of the storage for verify, backup and restore; null is this machine's.</summary>
    public string? Connection { get; private set; }

    /// <summary>Whether the command needs the storage alone.</summary>
    public bool IsUpkeep => Command is "verify" or "backup" or "restore";

    /// <summary>Deletes the data first.</summary>
    public bool IsFresh { get; private set; }

    /// <summary>Whether the demo province is loaded.</summary>
    public bool LoadsProvince { get; private set; } = true;

    /// <summary>Absolute path of the folder for data, logs and secrets.</summary>
    public string DataFolder { get; private set; } = "";

    /// <summary>Absolute path of the folder for the demo's statement.</summary>
    public string OutFolder { get; private set; } = "";

    /// <summary>The port to use.</summary>
    public int Port(PortSetting setting) => _ports[setting];

    /// <summary>An address of this machine at that port, without a slash at the end.</summary>
    public string Address(PortSetting setting) =>
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port(setting)}");

    /// <summary>The same address as people type it; browsers hold it for another origin.</summary>
    public static string ByName(string address) =>
        address.Replace("//127.0.0.1:", "//localhost:", StringComparison.Ordinal);

    /// <param name="arguments">Command line.</param>
    /// <param name="variable">Reads an environment variable; null when not set.</param>
    /// <param name="root">The working copy; standard folders lie there.</param>
    /// <exception cref="LocalFault">An argument or variable is wrong.</exception>
    public static LocalOptions Parse(IReadOnlyList<string> arguments, Func<string, string?> variable, string root)
    {
        var options = new LocalOptions
        {
            DataFolder = variable("CEACTORS_DATA") ?? Path.Combine(root, ".local"),
            OutFolder = variable("CEACTORS_OUT") ?? Path.Combine(root, "out"),
            Connection = variable("CEACTORS_CONNECTION"),
        };
        foreach (var port in PortSetting.All)
        {
            options._ports[port] = variable(port.Variable) is { } text ? PortFrom(text, port.Variable) : port.Standard;
        }

        var queue = new Queue<string>(arguments);
        while (queue.TryDequeue(out var argument))
        {
            options.Take(argument, queue);
        }

        if (options is { Command: "demo", LoadsProvince: false })
        {
            throw new LocalFault("The demo is played by people and units of the province: leave --no-province out.");
        }

        if (options is { IsUpkeep: true, IsFresh: true } and not { Command: "restore", Connection: null })
        {
            throw new LocalFault("--fresh would delete what the command is about: leave it out.");
        }

        options.DataFolder = Path.GetFullPath(options.DataFolder);
        options.OutFolder = Path.GetFullPath(options.OutFolder);
        return options.WithDistinctPorts();
    }

    private void Take(string argument, Queue<string> following)
    {
        string Value() =>
            following.TryDequeue(out var value)
                ? value
                : throw new LocalFault($"{argument} needs a value.{Environment.NewLine}{Usage}");

        switch (argument)
        {
            case "run" or "demo" or "verify" or "help":
                Command = argument;
                break;
            case "backup" or "restore":
                Command = argument;
                BackupFolder = Path.GetFullPath(Value());
                break;
            case "--connection":
                Connection = Value();
                break;
            case "-h" or "--help":
                Command = "help";
                break;
            case "--fresh":
                IsFresh = true;
                break;
            case "--no-province":
                LoadsProvince = false;
                break;
            case "--data":
                DataFolder = Value();
                break;
            case "--out":
                OutFolder = Value();
                break;
            default:
                var port = Array.Find(PortSetting.All, port => port.Flag == argument);
                if (port is null)
                {
                    throw new LocalFault($"Unknown argument {argument}.{Environment.NewLine}{Usage}");
                }

                _ports[port] = PortFrom(Value(), argument);
                break;
        }
    }

    private LocalOptions WithDistinctPorts()
    {
        var twice = _ports.GroupBy(port => port.Value).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? this
            : throw new LocalFault(
                $"Port {twice.Key} is wanted by {string.Join(" and ", twice.Select(port => port.Key.Flag))}: give each its own."
            );
    }

    private static int PortFrom(string text, string source) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= PortMax
            ? port
            : throw new LocalFault($"{source} must be a port from 1 to {PortMax}, not '{text}'.");
}
