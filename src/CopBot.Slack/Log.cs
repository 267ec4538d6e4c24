using Microsoft.Extensions.Logging;

namespace CopBot.Slack;

/// <summary>What the Slack adapter logs; never a message's text.</summary>
internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Warning, "A request to {Connection} was refused: {Why}")]
    public static partial void Refused(this ILogger logger, string connection, string why);

    [LoggerMessage(2102, LogLevel.Information, "{Connection} sends events of the type {Type}, which mean nothing to CopBot.")]
    public static partial void UnknownEvent(this ILogger logger, string connection, string type);

    [LoggerMessage(2103, LogLevel.Warning, "{Connection}: opening a form failed: {Why}")]
    public static partial void FormNotOpened(this ILogger logger, string connection, string why);

    [LoggerMessage(
        2105,
        LogLevel.Error,
        "{Connection}: a request of Slack’s waits, because the bot’s token does not work: {Why}. Run doctor: it says how to mend it.")]
    public static partial void TokenDoesNotWork(this ILogger logger, string connection, string? why);

    [LoggerMessage(2104, LogLevel.Warning, "{Connection}: a request can’t be read: {Why}")]
    public static partial void Malformed(this ILogger logger, string connection, string why);

    [LoggerMessage(2111, LogLevel.Information, "{Connection}: a socket is open; the app has {All} now.")]
    public static partial void SocketOpen(this ILogger logger, string connection, int all);

    [LoggerMessage(2112, LogLevel.Warning, "{Connection}: a socket did not open, next try in {Wait}: {Why}")]
    public static partial void SocketNotOpen(this ILogger logger, string connection, TimeSpan wait, string why);

    [LoggerMessage(2113, LogLevel.Debug, "{Connection}: a socket ends: {Why}")]
    public static partial void SocketEnds(this ILogger logger, string connection, string why);

    [LoggerMessage(2114, LogLevel.Warning, "{Connection}: a delivery by socket was not acknowledged; Slack sends it again.")]
    public static partial void NotAcknowledged(this ILogger logger, string connection, Exception failure);
}
