using Microsoft.Extensions.Logging;

namespace CopBot.Teams;

/// <summary>What the Teams adapter logs; never a message's text.</summary>
internal static partial class Log
{
    [LoggerMessage(3101, LogLevel.Warning, "A request to {Connection} was refused: {Why}")]
    public static partial void Refused(this ILogger logger, string connection, string why);

    [LoggerMessage(3102, LogLevel.Information, "{Connection} sends activities of the type {Type}, which mean nothing to CopBot.")]
    public static partial void UnknownActivity(this ILogger logger, string connection, string type);

    [LoggerMessage(3103, LogLevel.Warning, "{Connection}: a request can’t be read: {Why}")]
    public static partial void Malformed(this ILogger logger, string connection, string why);
}
