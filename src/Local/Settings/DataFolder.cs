namespace CeActors.Local.Settings;

/// <summary>The folder that a run keeps: storage, logs, development secrets. One run at a time holds it.</summary>
public sealed class DataFolder : IDisposable
{
    // Only a folder that carries this file was made here and may be emptied.
    private const string OwnMark = "held-by-ceactors";

    private readonly FileStream _hold;

    private DataFolder(FileStream hold) => _hold = hold;

    /// <summary>Makes the folder, which only the present user may read, and empties it first when asked to: all of it, or for a restore the storage alone.</summary>
    /// <exception cref="LocalFault">It holds something else than a run's data, or another run holds it.</exception>
    public static DataFolder Open(LocalOptions options)
    {
        var mark = Path.Combine(options.DataFolder, OwnMark);
        var isInUse =
            Directory.Exists(options.DataFolder) && Directory.EnumerateFileSystemEntries(options.DataFolder).Any();
        if (isInUse && !File.Exists(mark))
        {
            throw new LocalFault(
                $"{options.DataFolder} holds files that are not of a run: choose another folder with --data."
            );
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(options.DataFolder);
        }
        else
        {
            Directory.CreateDirectory(
                options.DataFolder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }

        var folder = new DataFolder(Hold(mark, options.DataFolder));
        if (options is { IsFresh: true, IsUpkeep: true })
        {
            // A restore replaces the storage; keys and secrets that its data need are not in a backup.
            Directory.CreateDirectory(AzuriteFolder(options));
            Directory.Delete(AzuriteFolder(options), recursive: true);
        }
        else if (options.IsFresh)
        {
            Empty(options.DataFolder);
        }

        return folder;
    }

    /// <summary>Where Azurite keeps the storage.</summary>
    public static string AzuriteFolder(LocalOptions options) => Path.Combine(options.DataFolder, "azurite");

    public void Dispose() => _hold.Dispose();

    private static FileStream Hold(string mark, string folder)
    {
        try
        {
            return new FileStream(mark, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new LocalFault($"Another run uses {folder}: stop it, or choose another folder with --data.");
        }
    }

    private static void Empty(string folder)
    {
        foreach (var inner in Directory.GetDirectories(folder))
        {
            Directory.Delete(inner, recursive: true);
        }

        foreach (var file in Directory.GetFiles(folder).Where(file => Path.GetFileName(file) != OwnMark))
        {
            File.Delete(file);
        }
    }
}
