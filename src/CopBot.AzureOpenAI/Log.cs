using Microsoft.Extensions.Logging;

namespace CopBot.AzureOpenAI;

internal static partial class Log
{
    [LoggerMessage(1921, LogLevel.Warning, "Azure OpenAI failed several times; for {Seconds} s it is not asked, and the bot does without.")]
    public static partial void NotAsked(this ILogger logger, double seconds);

    [LoggerMessage(1922, LogLevel.Information, "Azure OpenAI works again.")]
    public static partial void AskedAgain(this ILogger logger);
}
