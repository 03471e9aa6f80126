using CeActors.Testing;

namespace CeActors.Benchmarks.Processes;

/// <summary>Where the build puts the programs that are started, of the same configuration as this one.</summary>
public static class BuildOutput
{
    /// <summary>The command that starts a project's program.</summary>
    /// <param name="project">Name of the project.</param>
    /// <param name="workingCopy">Working copy that it was built in, of another version perhaps; null for this one.</param>
    /// <exception cref="BenchmarkException">It has not been built.</exception>
    public static string[] Command(string project, string? workingCopy = null)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory).Name.Split('_')[0];
        var root = Path.Combine(workingCopy ?? RepositoryRoot.Path, "artifacts", "bin", project);
        var folder = Directory.Exists(root)
            ? Directory.EnumerateDirectories(root).FirstOrDefault(path => Path.GetFileName(path).Split('_')[0] == own)
            : null;
        var program = Path.Combine(folder ?? root, $"CeActors.{project}.dll");
        return File.Exists(program)
            ? ["dotnet", program]
            : throw new BenchmarkException($"{project} has not been built for {own}: {program} is missing.");
    }
}
