using System.Net;
using System.Net.Sockets;

namespace CeActors.Testing;

/// <summary>
/// Gives ports of the loopback address that nobody listens on. They lie below 32768, where Linux starts its ephemeral
/// range, so that no outgoing connection of the machine can take one between the look and the listening.
/// </summary>
public static class FreePort
{
    /// <summary>The lowest port given; above the addresses that CeActors itself uses by default, except 30000.</summary>
    public const int LowestPort = 20_000;

    /// <summary>The highest port given.</summary>
    public const int HighestPort = 32_767;

    private const int AttemptsMax = 1_000;
    private static readonly HashSet<int> Given = [30_000];

    /// <summary>
    /// A port that is free now and that this process has not been given before. Another process may still take it:
    /// a caller that cannot listen on it asks for another one.
    /// </summary>
    /// <exception cref="InvalidOperationException">No free port was found.</exception>
    public static int Next()
    {
        lock (Given)
        {
            for (var attempt = 0; attempt < AttemptsMax; attempt++)
            {
                var port = Random.Shared.Next(LowestPort, HighestPort + 1);
                if (!Given.Contains(port) && IsFree(port))
                {
                    Given.Add(port);
                    return port;
                }
            }
        }

        throw new InvalidOperationException($"No free port in {LowestPort}..{HighestPort} after {AttemptsMax} tries.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
