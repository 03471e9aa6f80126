namespace CeActors.Testing;

/// <summary>The folder that holds CeActors.sln, found upwards from the running assembly.</summary>
public static class RepositoryRoot
{
    /// <summary>The absolute path.</summary>
    /// <exception cref="InvalidOperationException">The tests run outside a working copy.</exception>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "CeActors.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No CeActors.sln above {AppContext.BaseDirectory}.");
    }
}
