using CeActors.Hosting.Configuration;
using CeActors.Silo.Hosting;

namespace CeActors.Silo;

/// <summary>One silo of the cluster; stops on SIGTERM or Ctrl-C.</summary>
public static class Program
{
    private const int Failed = 1;

    public static async Task<int> Main(string[] args)
    {
        try
        {
            using var host = SiloHost.Build(args);
            await host.RunAsync();
            return 0;
        }
        catch (SettingsException exception)
        {
            await Console.Error.WriteLineAsync("The silo cannot start with these settings:");
            await Console.Error.WriteLineAsync(exception.Message);
            return Failed;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync($"The silo has failed: {exception.GetType().Name}: {exception.Message}");
            return Failed;
        }
    }
}
