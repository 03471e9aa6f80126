using System.Text.Json;

namespace CeActors.Local.Timers;

/// <summary>A function that a timer starts, as its <c>function.json</c> says.</summary>
/// <param name="Name">Name of the function: its folder's.</param>
/// <param name="Binding">Name of the binding, a key in the host's envelope.</param>
/// <param name="Schedule">When it is due.</param>
public sealed record TimerFunction(string Name, string Binding, TimerSchedule Schedule)
{
    /// <summary>All timer functions below the Functions app's folder.</summary>
    public static IReadOnlyList<TimerFunction> Find(string appFolder) =>
        [
            .. Directory
                .GetDirectories(appFolder)
                .Select(folder => Path.Combine(folder, "function.json"))
                .Where(File.Exists)
                .Select(Read)
                .OfType<TimerFunction>(),
        ];

    private static TimerFunction? Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var binding = document
            .RootElement.GetProperty("bindings")
            .EnumerateArray()
            .FirstOrDefault(binding => binding.GetProperty("type").GetString() == "timerTrigger");
        return binding.ValueKind == JsonValueKind.Undefined
            ? null
            : new TimerFunction(
                Path.GetFileName(Path.GetDirectoryName(file)!),
                binding.GetProperty("name").GetString()!,
                TimerSchedule.Parse(binding.GetProperty("schedule").GetString()!)
            );
    }
}
