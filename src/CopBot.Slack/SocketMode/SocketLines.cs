using CopBot.Chat;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CopBot.Slack.SocketMode;

/// <summary>Keeps a line for every workspace that uses Socket Mode.</summary>
internal sealed class SocketLines(
    SlackPlatform platform, IHttpClientFactory http, SocketDeliveries deliveries, SecurityClock clock,
    ILogger<SocketLines> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        platform.All.Where(connection => connection.Options.UsesSocket).Select(connection => new SocketLine(
            connection,
            new SocketOpening(http.CreateClient(SlackPlatform.PlatformScheme), connection),
            deliveries,
            clock,
            logger).RunAsync(stoppingToken)));
}
