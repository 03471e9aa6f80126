using CeActors.Local.Supervision;

namespace CeActors.Local.Parts;

/// <summary>The launch of a .NET part: by the host that runs Local itself, stopping when Local goes.</summary>
internal static class DotnetLaunch
{
    public static ChildLaunch Of(string name, string assembly, string folder, Dictionary<string, string> settings)
    {
        // Configuration keys are written with colons in the code and with underlines in the environment.
        var environment = settings.ToDictionary(setting => setting.Key.Replace(":", "__"), setting => setting.Value);
        environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        environment["DOTNET_ENVIRONMENT"] = "Development";
        environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        return new ChildLaunch(
            name,
            Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            [assembly],
            environment,
            folder
        );
    }
}
