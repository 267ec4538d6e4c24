using System.Net;
using System.Net.Sockets;

namespace CopBot.Testing.Hosting;

/// <summary>Finds a port that nobody listens on.</summary>
public static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
