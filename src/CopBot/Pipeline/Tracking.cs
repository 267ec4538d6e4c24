using CopBot.Chat;
using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>Which question's thread a message is in.</summary>
internal static class Tracking
{
    private static readonly TimeSpan UntilReceipt = TimeSpan.FromMilliseconds(250);

    private static readonly CompiledQuery<
        Func<CopBotDbContext, string, string, string, CancellationToken, Task<QuestionThread?>>> Threads = new(
            () => EF.CompileAsyncQuery(
                (CopBotDbContext db, string connection, string place, string thread, CancellationToken _) =>
                    db.Threads.AsNoTracking().FirstOrDefault(
                        t => t.Connection == connection && t.PlaceId == place && t.ThreadId == thread)));

    private static readonly CompiledQuery<
        Func<CopBotDbContext, string, string, DateTimeOffset, CancellationToken, Task<bool>>> Opening = new(
            () => EF.CompileAsyncQuery(
                (CopBotDbContext db, string lane, string direct, DateTimeOffset latest, CancellationToken _) =>
                    db.Outbox.Any(row => row.State == RowState.Pending && row.SendingSince <= latest
                        && (row.Lane == lane || row.Lane == direct) && row.CardKey!.StartsWith("q:"))));

    /// <returns>The thread and its question; nulls if the thread is no question's.</returns>
    /// <exception cref="DeferException">The thread may be that of a card whose receipt is not here yet.</exception>
    public static async Task<(QuestionThread? Thread, Question? Question)> OfAsync(
        CopBotDbContext db, Platforms platforms, MessageReceived message, CancellationToken cancel)
    {
        if (message.Thread is not { } opened) return (null, null);
        var place = message.Place.Ref;
        var thread = await Threads.On(db)(db, place.Connection, place.Id, opened, cancel);
        if (thread is not null)
        {
            var question = await db.FindQuestionAsync(thread.QuestionId, cancel);
            return (question?.Threads.Find(t => t.Id == thread.Id), question);
        }

        if (await IsJustOpeningAsync(db, message, cancel)) throw new DeferException(UntilReceipt);
        return await UnknownCopies.OfAsync(db, platforms, message, cancel);
    }

    /// <summary>
    /// A reply can be here before the receipt of the very card it replies to. Then it waits, rather than being taken
    /// for a new question. A thread that was opened before the card's sending began is not the card's.
    /// </summary>
    private static Task<bool> IsJustOpeningAsync(CopBotDbContext db, MessageReceived message, CancellationToken cancel)
    {
        var (lane, direct) = (Conversations.Of(message.Place.Ref, null), Conversations.OfDirect(message.Author.Ref));
        var latest = message.ThreadOpenedAt + UnknownCopies.Skew ?? DateTimeOffset.MaxValue;
        return Opening.On(db)(db, lane, direct, latest, cancel);
    }
}
