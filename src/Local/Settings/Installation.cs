namespace CeActors.Local.Settings;

/// <summary>Where the parts lie that Local starts: built beside it, in the same configuration, and Azurite under tools.</summary>
public sealed class Installation
{
    private readonly string _binaries;
    private readonly string _configuration;

    private Installation(string root, string binaries, string configuration)
    {
        Root = root;
        _binaries = binaries;
        _configuration = configuration;
    }

    /// <summary>The working copy.</summary>
    public string Root { get; }

    /// <summary>Azurite's script.</summary>
    /// <exception cref="LocalFault">It is not installed.</exception>
    public string AzuriteScript =>
        Existing(
            Path.Combine(Root, "tools", "azurite", "node_modules", "azurite", "dist", "src", "azurite.js"),
            "Azurite is not installed; ./run does it, or: cd tools/azurite && npm ci"
        );

    /// <summary>The built web client; null when there is none.</summary>
    public string? WebRoot =>
        Path.Combine(Root, "web", "dist") is var folder && File.Exists(Path.Combine(folder, "index.html"))
            ? folder
            : null;

    /// <summary>The running Local's own installation: <c>artifacts/bin/Local/{configuration}/</c>.</summary>
    public static Installation Find(string baseFolder)
    {
        var own = new DirectoryInfo(baseFolder);
        for (var folder = own; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CeActors.sln")))
            {
                // Local may also run out of a test project's output.
                return new Installation(
                    folder.FullName,
                    Path.Combine(folder.FullName, "artifacts", "bin"),
                    own.Name.Split('_')[0]
                );
            }
        }

        throw new LocalFault($"No CeActors.sln above {baseFolder}: Local runs from a working copy.");
    }

    /// <summary>The main assembly of a project, such as <c>Silo</c>; those with native parts lie in a folder named for the machine too.</summary>
    /// <exception cref="LocalFault">It is not built.</exception>
    public string Assembly(string project)
    {
        var folder = Path.Combine(_binaries, project);
        var found = Directory.Exists(folder)
            ? Directory
                .GetDirectories(folder)
                .Where(candidate => Path.GetFileName(candidate).Split('_')[0] == _configuration)
                .Select(candidate => Path.Combine(candidate, $"CeActors.{project}.dll"))
                .Where(File.Exists)
                .MaxBy(File.GetLastWriteTimeUtc)
            : null;
        return found
            ?? throw new LocalFault(
                $"src/{project} is not built ({_configuration}); build src/Local, which builds it too."
            );
    }

    private static string Existing(string file, string otherwise) =>
        File.Exists(file) ? file : throw new LocalFault(otherwise);
}
