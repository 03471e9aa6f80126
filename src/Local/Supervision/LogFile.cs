namespace CeActors.Local.Supervision;

/// <summary>
/// A child's output: written to a file that is bounded (the run before is kept as <c>*.previous.log</c>), its end kept in memory for reports.
/// </summary>
public sealed class LogFile : IDisposable
{
    /// <summary>Lines kept for a report.</summary>
    public const int TailLines = 30;

    /// <summary>Characters after which a file is put aside and a new one begun.</summary>
    public const long FileCharactersMax = 50_000_000;

    private readonly Lock _turn = new();
    private readonly Queue<string> _tail = new();
    private readonly string _path;
    private StreamWriter? _writer;
    private long _characters;

    public LogFile(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        _path = Path.Combine(folder, name + ".log");
        _writer = Begin();
    }

    /// <summary>Where it is.</summary>
    public string FilePath => _path;

    /// <summary>The last lines.</summary>
    public string Tail
    {
        get
        {
            lock (_turn)
            {
                return string.Join(Environment.NewLine, _tail.Select(line => "    " + line));
            }
        }
    }

    /// <summary>Adds a line; null, which ends a stream, is nothing.</summary>
    public void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_turn)
        {
            _tail.Enqueue(line);
            if (_tail.Count > TailLines)
            {
                _tail.Dequeue();
            }

            _characters += line.Length + 1;
            if (_writer is not null && _characters > FileCharactersMax)
            {
                _writer.Dispose();
                _writer = Begin();
            }

            _writer?.WriteLine(line);
        }
    }

    public void Dispose()
    {
        lock (_turn)
        {
            _writer?.Dispose();
            _writer = null;
        }
    }

    private StreamWriter Begin()
    {
        if (File.Exists(_path))
        {
            File.Move(_path, Path.ChangeExtension(_path, ".previous.log"), overwrite: true);
        }

        _characters = 0;
        return new StreamWriter(_path) { AutoFlush = true };
    }
}
