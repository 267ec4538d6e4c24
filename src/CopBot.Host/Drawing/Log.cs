namespace CopBot.Host.Drawing;

/// <summary>What drawing logs.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Warning, "A chart can’t be drawn here; words go out instead.")]
    public static partial void NotDrawn(this ILogger logger, Exception failure);
}
