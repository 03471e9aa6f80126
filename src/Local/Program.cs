using System.Runtime.InteropServices;
using CeActors.Local;
using CeActors.Local.Settings;

// The console of a Chinese Windows is not UTF-8 by itself.
Console.OutputEncoding = System.Text.Encoding.UTF8;
var announcer = new Announcer(Console.Out);
using var stopping = new CancellationTokenSource();

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
try
{
    var installation = Installation.Find(AppContext.BaseDirectory);
    var options = LocalOptions.Parse(args, Environment.GetEnvironmentVariable, installation.Root);
    return await new LocalRun(options, installation, announcer, TimeProvider.System).PlayAsync(stopping.Token);
}
catch (LocalFault fault)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}
