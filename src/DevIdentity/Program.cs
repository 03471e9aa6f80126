namespace CeActors.DevIdentity;

/// <summary>
/// Starts the provider of demo accounts. For development only: it listens on the loopback address, or not at all.
/// </summary>
public static class Program
{
    /// <summary>Exit code when the settings do not allow a start; standard error says why.</summary>
    public const int ExitRefused = 2;

    /// <summary>Runs until it is asked to stop.</summary>
    /// <returns>0 after a clean stop, <see cref="ExitRefused"/> when it did not start.</returns>
    public static Task<int> Main(string[] args) => RunAsync(args, Console.Error);

    internal static async Task<int> RunAsync(string[] args, TextWriter error)
    {
        try
        {
            await using var app = IdentityHost.Create(args);
            await IdentityHost.StartAsync(app);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (StartRefusedException refusal)
        {
            await error.WriteLineAsync($"The development identity provider does not start: {refusal.Message}");
            return ExitRefused;
        }
    }
}
