namespace CeActors.Backup.Tests;

/// <summary>A folder of a test's own that goes with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ceactors-backup-").FullName;

    /// <summary>A folder that does not exist yet.</summary>
    public string Backup => Path.Combine(_root, "backup");

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
