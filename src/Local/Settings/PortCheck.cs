using System.Net;
using System.Net.Sockets;

namespace CeActors.Local.Settings;

/// <summary>Looks before anything starts whether every port is free.</summary>
public static class PortCheck
{
    /// <exception cref="LocalFault">At least one is taken; the message names each with its flag.</exception>
    public static void RequireFree(LocalOptions options)
    {
        var taken = PortSetting.All.Where(setting => !IsFree(options.Port(setting))).ToList();
        if (taken.Count > 0)
        {
            throw new LocalFault(
                string.Join(
                    Environment.NewLine,
                    taken.Select(setting =>
                        $"Port {options.Port(setting)} ({setting.Purpose}) is in use: stop what listens there, or choose another with {setting.Flag} N or {setting.Variable}=N."
                    )
                )
            );
        }
    }

    private static bool IsFree(int port)
    {
        // No ReuseAddress: .NET shares the port then with every listener that set it too, as silos do. What lingers of
        // connections that have ended does not hinder .NET's listeners.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
