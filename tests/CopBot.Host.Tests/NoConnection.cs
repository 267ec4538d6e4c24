using System.Net;
using System.Net.Sockets;
using CopBot.Chat;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Host.Tests;

/// <summary>A firewall that swallows what is sent is told from an answer that was lost.</summary>
public sealed class NoConnection
{
    [Fact]
    public async Task a_connection_that_is_not_made_in_time_leaves_nothing_in_doubt()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = await BotHost.StartAsync(slack.Settings());
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        full.Listen(0);
        var address = (IPEndPoint)full.LocalEndPoint!;

        // Nobody takes the first from the line, so that there is no room in it for more.
        var before = Enumerable.Range(0, 4).Select(_ => new TcpClient()).ToList();
        foreach (var client in before) _ = client.ConnectAsync(address);
        await Task.Delay(200);
        using var http = bot.Services.GetRequiredService<IHttpClientFactory>().CreateClient("slack");
        using var tenSeconds = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var failure = await Record.ExceptionAsync(() => http.GetAsync(new Uri($"http://{address}/"), tenSeconds.Token));
        RequestFailure.NeverLeft(failure!).ShouldBeTrue(failure!.ToString());
        foreach (var client in before) client.Dispose();
    }
}
