using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>One attempt to send: of which row, and when it began. It tells the attempt from every other.</summary>
internal sealed record SendingMark(long Row, DateTimeOffset Since);

/// <summary>Writes down what became of an outbox row.</summary>
internal sealed class Receipts(IStore store, WakeUps wakeUps, ILogger<Receipts> logger)
{
    private static readonly CompiledQuery<Func<CopBotDbContext, long, CancellationToken, Task<OutboxRow?>>> Undone =
        new(() => EF.CompileAsyncQuery((CopBotDbContext db, long id, CancellationToken _) =>
            db.Outbox.FirstOrDefault(row => row.Id == id && row.State != RowState.Done)));

    private static readonly CompiledQuery<
        Func<CopBotDbContext, string, string, CancellationToken, Task<Identity?>>> Accounts = new(
            () => EF.CompileAsyncQuery((CopBotDbContext db, string connection, string account, CancellationToken _) =>
                db.Identities.FirstOrDefault(i => i.Connection == connection && i.AccountId == account)));

    /// <summary>It was sent: the row is done, and the card's name leads to the message from now on.</summary>
    public async Task FinishAsync(long rowId, Outgoing outgoing, MessageRef? message, CancellationToken cancel)
    {
        if (!IsNews(outgoing, message)
            && await store.ChangeAsync((db, token) => db.FinishUnnamedAsync(rowId, token), cancel) == 1) return;
        await store.WriteAsync(
            async (db, token) =>
            {
                if (await Undone.On(db)(db, rowId, token) is not { } row) return;
                if (message is not null) await RememberAsync(db, row, outgoing.Effect, message, token);
                row.Finish();
                await db.SaveChangesAsync(token);
            },
            cancel);
        wakeUps.Ring(Queue.Inbox);
    }

    /// <summary>Whether a message tells where a person can be written to, and that was not known.</summary>
    private static bool IsNews(Outgoing outgoing, MessageRef? message) =>
        outgoing.Effect is DirectMessage && message is not null && message.Place != outgoing.DirectPlace;

    /// <summary>Not now.</summary>
    public Task PostponeAsync(
        SendingMark mark, DateTimeOffset until, string? why, bool stillUnknown, CancellationToken cancel) =>
        store.ChangeAsync(
            (db, token) => Of(db, mark).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.NotBefore, until).SetProperty(r => r.Error, why)
                    .SetProperty(r => r.SendingSince, r => stillUnknown ? r.SendingSince : null),
                token),
            cancel);

    /// <summary>Not now; and then it may be there already.</summary>
    public Task RepeatAsync(SendingMark mark, DateTimeOffset until, string? why, CancellationToken cancel) =>
        store.ChangeAsync(
            (db, token) => Of(db, mark).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.NotBefore, until).SetProperty(r => r.Error, why)
                    .SetProperty(r => r.PossibleRepeats, r => r.PossibleRepeats + 1)
                    .SetProperty(r => r.DoubtSince, r => r.DoubtSince ?? r.SendingSince)
                    .SetProperty(r => r.SendingSince, (DateTimeOffset?)null),
                token),
            cancel);

    /// <summary>Not now, and it was not tried either.</summary>
    public Task HoldAsync(SendingMark mark, DateTimeOffset until, string? why, CancellationToken cancel) =>
        store.ChangeAsync(
            (db, token) => Of(db, mark).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.NotBefore, until).SetProperty(r => r.Error, why)
                    .SetProperty(r => r.SendingSince, (DateTimeOffset?)null)
                    .SetProperty(r => r.Attempts, r => r.Attempts - 1),
                token),
            cancel);

    /// <summary>Never: kept whole as a dead letter.</summary>
    /// <param name="rowId">Which row.</param>
    /// <param name="why">The reason, for the administrator.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="loss">What it says of its place or person, to be worked on with it.</param>
    /// <param name="inDoubt">True if the last attempt may have arrived: whoever retries it has it looked for.</param>
    public async Task DieAsync(
        long rowId, string why, CancellationToken cancel, Inbound? loss = null, bool inDoubt = false)
    {
        long? cause = null;
        await store.WriteAsync(
            async (db, token) =>
            {
                if (await db.Outbox.FirstOrDefaultAsync(
                    r => r.Id == rowId && r.State == RowState.Pending, token) is not { } row) return;
                row.State = RowState.Dead;
                if (!inDoubt) row.SendingSince = null;
                row.Error = why;
                cause = row.CausedBy;
                if (loss is not null) db.Inbox.Add(Loss.Row(loss));
                await db.SaveChangesAsync(token);
            },
            cancel);
        if (loss is not null) wakeUps.Ring(Queue.Inbox);
        Telemetry.GivenUp(Queue.Outbox);
        logger.DeadLetter(rowId, cause, why);
    }

    /// <summary>The row, unless another attempt has begun since.</summary>
    private static IQueryable<OutboxRow> Of(CopBotDbContext db, SendingMark mark)
    {
        var (row, since) = (mark.Row, (DateTimeOffset?)mark.Since);
        return db.Outbox.Where(r => r.Id == row && r.State == RowState.Pending && r.SendingSince == since);
    }

    private static async Task RememberAsync(
        CopBotDbContext db, OutboxRow row, Effect effect, MessageRef message, CancellationToken cancel)
    {
        if (effect is DirectMessage direct)
        {
            var identity = await Accounts.On(db)(db, direct.To.Connection, direct.To.Id, cancel);
            if (identity is not null) identity.DirectPlace = message.Place.Id;
        }

        if (row.CardKey is not { } key) return;
        var receipt = await db.Receipts.FindAsync([key], cancel);
        if (receipt is null)
        {
            receipt = new Receipt
            {
                CardKey = key,
                Connection = message.Place.Connection,
                PlaceId = message.Place.Id,
                MessageId = message.Id,
            };
            db.Receipts.Add(receipt);
        }

        receipt.PlaceId = message.Place.Id;
        receipt.MessageId = message.Id;
        receipt.ThreadId = message.Thread;
        receipt.Revision++;
        await OpenThreadAsync(db, key, message, cancel);
    }

    /// <summary>The first card of a thread is its beginning: from now on replies can be told by it.</summary>
    private static async Task OpenThreadAsync(
        CopBotDbContext db, string key, MessageRef message, CancellationToken cancel)
    {
        if (key.Split(':') is not ["q", _, var id] || !Guid.TryParseExact(id, "N", out var threadId)) return;
        var thread = await db.Threads.FirstOrDefaultAsync(t => t.Id == threadId, cancel);
        if (thread is null) return;
        thread.PlaceId ??= message.Place.Id;
        thread.ThreadId ??= message.Thread;
    }
}
