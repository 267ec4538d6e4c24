using System.Net;
using System.Net.Sockets;

namespace CopBot.Testing.Hosting;

/// <summary>
/// Finds a port that nobody listens on, below those that Linux hands out by itself (32768 and up): no call that goes
/// out meanwhile takes it.
/// </summary>
public static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;

    public static int Find()
    {
        while (true)
        {
            var port = First + Random.Shared.Next(Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // The next may be free.
            }
        }
    }
}
