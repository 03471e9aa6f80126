using System.Runtime.InteropServices;

/// <summary>
/// Runs inside the .NET processes that Local starts (DOTNET_STARTUP_HOOKS): their standard input is a pipe from Local, and when it ends, because
/// Local wants them to stop or because Local itself is gone however that came about, they stop in good order.
/// </summary>
internal static class StartupHook
{
    private const int Terminate = 15;
    private const int ControlBreak = 1;

    public static void Initialize()
    {
        // Programs that this one starts in turn are none of Local's business.
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        new Thread(StopWithParent) { IsBackground = true, Name = "stop with parent" }.Start();
    }

    private static void StopWithParent()
    {
        using var input = Console.OpenStandardInput();
        while (input.ReadByte() >= 0) { }

        if (OperatingSystem.IsWindows())
        {
            _ = GenerateConsoleCtrlEvent(ControlBreak, Environment.ProcessId);
        }
        else
        {
            _ = Kill(Environment.ProcessId, Terminate);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int processId, int signal);

    [DllImport("kernel32")]
    private static extern int GenerateConsoleCtrlEvent(int controlEvent, int processGroup);
}
