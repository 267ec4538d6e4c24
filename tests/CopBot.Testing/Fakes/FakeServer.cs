using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CopBot.Testing.Fakes;

/// <summary>A small web server on a free port of loopback.</summary>
public sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static Task<FakeServer> StartAsync(Action<WebApplication> map, int port = 0) =>
        StartAsync(map, port, held: null);

    /// <summary>On a port that <see cref="Hold"/> kept.</summary>
    public static Task<FakeServer> StartAsync(Action<WebApplication> map, Socket held) =>
        StartAsync(map, ((IPEndPoint)held.LocalEndPoint!).Port, held);

    /// <summary>Keeps a port while nobody listens on it: who calls is refused, and nobody else is given it.</summary>
    public static Socket Hold(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }

    private static async Task<FakeServer> StartAsync(Action<WebApplication> map, int port, Socket? held)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        if (held is not null)
        {
            builder.Services.Configure<SocketTransportOptions>(options => options.CreateBoundListenSocket = _ => held);
        }

        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
