using System.Diagnostics;

namespace CeActors.Local.Supervision;

/// <summary>How to start one child.</summary>
/// <param name="Name">Short name, also of its log file.</param>
/// <param name="Program">Executable.</param>
/// <param name="Arguments">Arguments.</param>
/// <param name="Environment">Variables besides those inherited.</param>
/// <param name="Folder">Working folder.</param>
public sealed record ChildLaunch(
    string Name,
    string Program,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    string Folder
)
{
    /// <summary>
    /// The child in a session of its own: Ctrl-C goes to the terminal's whole foreground group, and would stop the storage before the silo
    /// has written. Local alone gets the signal and stops its children one after the other.
    /// </summary>
    public ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        string[] detached;
        if (OperatingSystem.IsWindows())
        {
            start.CreateNewProcessGroup = true;
            detached = [Program];
        }
        else if (OperatingSystem.IsLinux())
        {
            // The child of a shell-less start leads no group, so setsid becomes the program and keeps its process id.
            detached = ["setsid", Program];
        }
        else
        {
            detached = ["perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die", "--", Program];
        }

        start.FileName = detached[0];
        foreach (var argument in detached.Skip(1).Concat(Arguments))
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
