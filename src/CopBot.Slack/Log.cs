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
}
