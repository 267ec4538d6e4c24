using Microsoft.AspNetCore.Http;

namespace CopBot.Playground.Web;

/// <summary>
/// Lets in only a browser on this very machine that asks for <c>localhost</c>: no proxy in between, no page of another
/// origin behind. Everything else finds nothing here.
/// </summary>
public static class PlaygroundGuard
{
    private static readonly string[] Forwarding =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    public static bool LetsIn(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.Request;
        var remote = context.Connection.RemoteIpAddress;
        return (remote is null || System.Net.IPAddress.IsLoopback(remote))
            && IsLocal(request.Host.Host)
            && !Forwarding.Any(request.Headers.ContainsKey)
            && IsSameOrigin(request);
    }

    private static bool IsLocal(string host) => host is "localhost" or "127.0.0.1" or "[::1]" or "::1";

    private static bool IsSameOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
