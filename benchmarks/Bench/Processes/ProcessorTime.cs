using System.Globalization;

namespace CeActors.Benchmarks.Processes;

/// <summary>Processor time that processes have used, from <c>/proc</c>.</summary>
public static class ProcessorTime
{
    // USER_HZ is 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    // Fields of /proc/PID/stat counted after the closing bracket of the name.
    private const int Parent = 1;
    private const int User = 11;
    private const int System = 12;
    private const int EndedChildrenUser = 13;
    private const int EndedChildrenSystem = 14;

    /// <summary>Seconds that one process has used so far; 0 when it has gone.</summary>
    public static double Of(int processId) => Seconds(Read(processId), User, System);

    /// <summary>Seconds of a process, its present children and those that have ended: a PostgreSQL server with its backends.</summary>
    public static double OfFamily(int processId)
    {
        var seconds = Seconds(Read(processId), User, System, EndedChildrenUser, EndedChildrenSystem);
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var child)
                && Read(child) is { Length: > System } fields
                && int.Parse(fields[Parent], CultureInfo.InvariantCulture) == processId
            )
            {
                seconds += Seconds(fields, User, System);
            }
        }

        return seconds;
    }

    private static double Seconds(string[] fields, params int[] which) =>
        fields.Length == 0 ? 0 : which.Sum(i => long.Parse(fields[i], CultureInfo.InvariantCulture)) / TicksPerSecond;

    private static string[] Read(int processId)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{processId}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
