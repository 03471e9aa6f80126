using System.IO.Compression;
using System.Text;

namespace CeActors.Backup;

/// <summary>A compressed file of lines that is being written.</summary>
internal sealed class LineFile : IAsyncDisposable
{
    private readonly string _folder;
    private readonly StreamWriter _writer;
    private readonly SemaphoreSlim _turn = new(1);

    private LineFile(string folder, string name, StreamWriter writer)
    {
        _folder = folder;
        Name = name;
        _writer = writer;
    }

    /// <summary>Path within the backup.</summary>
    public string Name { get; }

    /// <summary>Lines so far.</summary>
    public long Lines { get; private set; }

    /// <summary>Starts a file; one of the same name is replaced.</summary>
    public static LineFile Create(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        return new LineFile(folder, name, new StreamWriter(packed, new UTF8Encoding(false)));
    }

    public async Task WriteAsync(IEnumerable<string> lines)
    {
        await _turn.WaitAsync();
        try
        {
            foreach (var line in lines)
            {
                await _writer.WriteLineAsync(line);
                Lines++;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes the file and describes it.</summary>
    public async Task<BackupFile> FinishAsync()
    {
        await _writer.DisposeAsync();
        var path = Path.Combine(_folder, Name);
        return new BackupFile(Name, Lines, new FileInfo(path).Length, BackupManifest.DigestOf(path));
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _turn.Dispose();
    }

    /// <summary>The lines of a finished file.</summary>
    public static async IAsyncEnumerable<string> ReadAsync(
        string folder,
        string name,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var packed = new GZipStream(File.OpenRead(Path.Combine(folder, name)), CompressionMode.Decompress);
        using var reader = new StreamReader(packed, Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return line;
        }
    }
}
