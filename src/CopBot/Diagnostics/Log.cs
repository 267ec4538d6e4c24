using Microsoft.Extensions.Logging;

namespace CopBot.Diagnostics;

/// <summary>What the product logs. Ids by component in blocks of a hundred; never a message's text.</summary>
internal static partial class Log
{
    [LoggerMessage(1101, LogLevel.Debug, "Inbox row {Row} met a conflict and is decided again.")]
    public static partial void Conflict(this ILogger logger, long row);

    [LoggerMessage(1102, LogLevel.Warning, "Inbox row {Row} failed; it is tried again.")]
    public static partial void TurnFailed(this ILogger logger, long row, Exception failure);

    [LoggerMessage(1103, LogLevel.Error, "Inbox row {Row} is given up and kept as a dead letter.")]
    public static partial void TurnGivenUp(this ILogger logger, long row);

    [LoggerMessage(1104, LogLevel.Warning, "{Connection} did not say who an account is; going on without.")]
    public static partial void AccountUnknown(this ILogger logger, string connection, Exception failure);

    [LoggerMessage(1105, LogLevel.Error, "A worker of the {Queue} stumbled; it goes on.")]
    public static partial void WorkerStumbled(this ILogger logger, Storage.Queue queue, Exception failure);

    [LoggerMessage(1106, LogLevel.Error, "The timers could not be read; they are read again.")]
    public static partial void TimersFailed(this ILogger logger, Exception failure);

    [LoggerMessage(1107, LogLevel.Error, "Something from {Connection} could not be stored, and was not acknowledged.")]
    public static partial void NotStored(this ILogger logger, string connection, Exception failure);

    [LoggerMessage(1108, LogLevel.Debug, "{Rows} rows that were done went from the queues.")]
    public static partial void Cleaned(this ILogger logger, int rows);

    [LoggerMessage(1109, LogLevel.Warning, "Rows that are done could not be removed; it is tried again later.")]
    public static partial void CleaningFailed(this ILogger logger, Exception failure);

    [LoggerMessage(1110, LogLevel.Warning, "The channels in which help is offered could not be read; those of before count.")]
    public static partial void OfferingUnknown(this ILogger logger, Exception failure);

    [LoggerMessage(1201, LogLevel.Error, "The adapter of {Connection} threw; the outcome counts as unknown.")]
    public static partial void AdapterThrew(this ILogger logger, string connection, Exception failure);

    [LoggerMessage(1202, LogLevel.Error, "Outbox row {OutboxRow}, which came from inbox row {Row}, is a dead letter: {Why}")]
    public static partial void DeadLetter(this ILogger logger, long outboxRow, long? row, string why);

    [LoggerMessage(1301, LogLevel.Error, "The log could not be sealed; it is tried again.")]
    public static partial void SealFailed(this ILogger logger, Exception failure);

    [LoggerMessage(1901, LogLevel.Information, "The index of {Community} was built from the database: {Items} items.")]
    public static partial void IndexBuilt(this ILogger logger, string community, int items);

    [LoggerMessage(1920, LogLevel.Warning, "Nothing was recorded for {Gap}; the log says so.")]
    public static partial void WasAway(this ILogger logger, TimeSpan gap);

    [LoggerMessage(1921, LogLevel.Warning, "It could not be noted that the bot is there; it is tried again in a minute.")]
    public static partial void NotNoted(this ILogger logger, Exception failure);

    [LoggerMessage(1902, LogLevel.Warning, "The index of {Community} is broken; it is thrown away and built again.")]
    public static partial void IndexThrownAway(this ILogger logger, string community, Exception failure);

    [LoggerMessage(1903, LogLevel.Information, "The words of {Community} were learnt from {Items} items; from {Meanings} how far its meanings are trusted: {Trust:P0}.")]
    public static partial void WordsLearnt(
        this ILogger logger, string community, int items, int meanings, double trust);

    [LoggerMessage(1904, LogLevel.Warning, "The indexes could not be brought up to date; it is tried again.")]
    public static partial void IndexNotKept(this ILogger logger, Exception failure);

    [LoggerMessage(1905, LogLevel.Debug, "A search of {Community} met an index that was just replaced, or is broken; it is done again.")]
    public static partial void SearchedAgain(this ILogger logger, string community, Exception failure);

    [LoggerMessage(1906, LogLevel.Warning, "{Folder} can't be used for indexes; they are kept in {Elsewhere} and built anew at each start.")]
    public static partial void IndexElsewhere(this ILogger logger, string folder, string elsewhere, Exception failure);

    [LoggerMessage(1911, LogLevel.Warning, "{Community} used {Used} of the day's {Budget} tokens of the language model; until tomorrow it does without.")]
    public static partial void BudgetSpent(this ILogger logger, string community, long used, int budget);

    [LoggerMessage(1912, LogLevel.Warning, "The language model did not say what a text means; {Community} is searched without.")]
    public static partial void MeaningUnknown(this ILogger logger, string community, Exception failure);

    [LoggerMessage(1917, LogLevel.Warning, "The language model does not take text {Part} of {Item} of {Community}; it is found by its words only.")]
    public static partial void TextRefused(this ILogger logger, string community, string item, int part);

    [LoggerMessage(1916, LogLevel.Debug, "The communities could not be read; they are read again.")]
    public static partial void CommunitiesUnknown(this ILogger logger, Exception failure);

    [LoggerMessage(1915, LogLevel.Warning, "The language model wrote nothing of use; {Community} does without.")]
    public static partial void NotWritten(this ILogger logger, string community, Exception failure);

    [LoggerMessage(1913, LogLevel.Information, "{Community}: {Done} of {All} items have vectors of {Model}.")]
    public static partial void MeaningsKept(this ILogger logger, string community, int done, int all, string model);

    [LoggerMessage(1914, LogLevel.Warning, "The vectors of {Community} could not be brought up to date; it is tried again in {Seconds} s.")]
    public static partial void MeaningsNotKept(
        this ILogger logger, string community, double seconds, Exception failure);
}
