using System.Threading.Channels;
using CopBot.Playground.Chat;
using Microsoft.AspNetCore.Http;

namespace CopBot.Playground.Web;

/// <summary>
/// Tells open pages that something changed (server-sent events, https://html.spec.whatwg.org/#server-sent-events).
/// </summary>
internal static class ChangeStream
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public static async Task WriteAsync(
        HttpContext context, PlaygroundChat chat, Microsoft.Extensions.Hosting.IHostApplicationLifetime life)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        var bells = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Ring() => bells.Writer.TryWrite(true);
        chat.Changed += Ring;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, life.ApplicationStopping);
        try
        {
            Ring();
            while (!end.IsCancellationRequested)
            {
                await context.Response.WriteAsync("data: changed\n\n", end.Token);
                await context.Response.Body.FlushAsync(end.Token);
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
                pause.CancelAfter(KeepAlive);
                await Task.WhenAny(bells.Reader.ReadAsync(pause.Token).AsTask());
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page was closed, or the host stops.
        }
        finally
        {
            chat.Changed -= Ring;
        }
    }
}
