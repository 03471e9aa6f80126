using System.Globalization;

namespace CeActors.Benchmarks.Processes;

/// <summary>Memory that a process holds, from <c>/proc</c>.</summary>
public static class ProcessMemory
{
    private const string Resident = "VmRSS:";

    /// <summary>Resident megabytes.</summary>
    /// <exception cref="BenchmarkException">The process has gone.</exception>
    public static double MegabytesOf(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith(Resident));
            return double.Parse(line[Resident.Length..].Replace("kB", ""), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException gone)
        {
            throw new BenchmarkException($"Process {processId} has gone.", gone);
        }
    }
}
