using System.Text.Json;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>
/// Sends one effect. An attempt is committed before its request leaves; one whose outcome is unknown is looked for
/// before it is sent again, where the platform can tell.
/// </summary>
internal sealed class Sender(
    IStore store, Platforms platforms, Receipts receipts, SecurityClock clock, ILogger<Sender> logger)
{
    /// <summary>Until a connection that is locked out is tried again.</summary>
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(1);

    /// <summary>Until a platform that can't be looked at is looked at again, at least and at most.</summary>
    private static readonly (TimeSpan Least, TimeSpan Most) UntilLooked =
        (TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));

    private static readonly CompiledQuery<Func<CopBotDbContext, string, string, CancellationToken, Task<string?>>>
        DirectPlaces = new(() => EF.CompileAsyncQuery(
            (CopBotDbContext db, string connection, string account, CancellationToken _) => db.Identities
                .Where(identity => identity.Connection == connection && identity.AccountId == account)
                .Select(identity => identity.DirectPlace).FirstOrDefault()));

    private static readonly CompiledQuery<Func<CopBotDbContext, Guid, CancellationToken, Task<string?>>> OpenThreads =
        new(() => EF.CompileAsyncQuery((CopBotDbContext db, Guid id, CancellationToken _) => db.Threads
            .Where(thread => thread.Id == id).Select(thread => thread.ThreadId).FirstOrDefault()));

    /// <param name="rowId">Of the outbox.</param>
    /// <param name="away">Called when its request leaves: from then on the platform is waited for.</param>
    /// <param name="cancel">Stops.</param>
    public async Task SendAsync(long rowId, Action away, CancellationToken cancel)
    {
        var (row, now) = (default(OutboxRow), clock.Now);
        await store.ChangeAsync(
            async (db, token) => (row = await db.BeginAsync(rowId, now, token)) is null ? 0 : 1, cancel);
        if (row is null) await SendDoubtfulAsync(rowId, away, cancel);
        else await SendBegunAsync(row, new(rowId, now), away, cancel);
    }

    /// <summary>As most are: nothing of it can have been sent before.</summary>
    private async Task SendBegunAsync(OutboxRow row, SendingMark mark, Action away, CancellationToken cancel)
    {
        Parcel? parcel;
        try
        {
            parcel = await PackAsync(row, cancel);
        }
        catch (OperationCanceledException)
        {
            await receipts.HoldAsync(mark, mark.Since, row.Error, CancellationToken.None);
            throw;
        }

        if (parcel is not null) await SendAsync(mark, parcel, away, cancel);
    }

    /// <summary>An earlier attempt may have arrived; or nothing is to be sent any more.</summary>
    private async Task SendDoubtfulAsync(long rowId, Action away, CancellationToken cancel)
    {
        var row = await store.ReadAsync(
            (db, token) => db.Outbox.AsNoTracking().FirstOrDefaultAsync(r => r.Id == rowId, token), cancel);
        if (row is not { State: RowState.Pending, Effect: not null, SendingSince: { } since }) return;
        if (await PackAsync(row, cancel) is not { } parcel) return;
        if (!await SettledAsync(rowId, parcel.Outgoing, parcel.Platform, since, cancel)) return;
        if (await MarkAgainAsync(rowId, since, parcel.Outgoing.Existing is null, cancel) is not { } mark) return;
        await SendAsync(mark, parcel, away, cancel);
    }

    private async Task SendAsync(SendingMark mark, Parcel parcel, Action away, CancellationToken cancel)
    {
        away();
        var delivery = await DeliverAsync(mark.Row, parcel.Cause, parcel.Outgoing, parcel.Platform, cancel);
        await SettleAsync(mark, parcel.Outgoing, parcel.Platform, delivery, cancel);
    }

    /// <returns>Null if it can never be sent: it is a dead letter then.</returns>
    private async Task<Parcel?> PackAsync(OutboxRow row, CancellationToken cancel)
    {
        try
        {
            var effect = Payload.Effect(row.Effect!);
            if (platforms.Of(effect.Connection) is { } platform)
            {
                return await store.ReadAsync((db, token) => PackAsync(db, row, effect, platform, token), cancel);
            }

            await receipts.DieAsync(row.Id, $"{effect.Connection} is not configured.", cancel);
        }
        catch (JsonException failure)
        {
            await receipts.DieAsync(row.Id, $"The effect can’t be read: {failure.Message}", cancel);
        }

        return null;
    }

    private static async Task<Parcel> PackAsync(
        CopBotDbContext db, OutboxRow row, Effect decided, IChatPlatform platform, CancellationToken cancel)
    {
        var effect = await InThreadAsync(db, decided, row.CardKey, cancel);
        effect = Fitting.To(effect, await CapabilitiesAsync(db, platform, effect, cancel));
        var receipt = row.CardKey is null ? null : await db.Receipts.FindAsync([row.CardKey], cancel);
        var direct = effect is DirectMessage or Whisper ? await DirectPlaceAsync(db, effect, cancel) : null;
        return new(new(row.EffectId, effect, receipt?.Message, direct, receipt?.Revision ?? 0), platform, row.CausedBy);
    }

    /// <summary>What the platform can do in this very place.</summary>
    private static async Task<Capabilities> CapabilitiesAsync(
        CopBotDbContext db, IChatPlatform platform, Effect effect, CancellationToken cancel)
    {
        var capabilities = platform.Capabilities;
        if (capabilities.SeesAllMessages || effect is not Post { Place: var shown }) return capabilities;
        var all = await db.Places.AnyAsync(
            p => p.Connection == shown.Connection && p.PlaceId == shown.Id && p.AllMessages, cancel);
        return all ? capabilities with { SeesAllMessages = true } : capabilities;
    }

    /// <summary>A card decided before its thread was open belongs in the thread all the same.</summary>
    private static async Task<Effect> InThreadAsync(
        CopBotDbContext db, Effect effect, string? key, CancellationToken cancel)
    {
        if (effect is not Post { Thread: null } post || key?.Split(':') is not ["c", _, var id]) return effect;
        if (!Guid.TryParseExact(id, "N", out var threadId)) return effect;
        var thread = await OpenThreads.On(db)(db, threadId, cancel);
        return thread is null ? effect : post with { Thread = thread };
    }

    private static async Task<PlaceRef?> DirectPlaceAsync(CopBotDbContext db, Effect effect, CancellationToken cancel)
    {
        var account = effect switch { DirectMessage m => m.To, Whisper w => w.To, _ => null };
        if (account is null) return null;
        var id = await DirectPlaces.On(db)(db, account.Connection, account.Id, cancel);
        return id is null ? null : new(account.Connection, id);
    }

    /// <summary>
    /// Deals with an attempt whose outcome is not known. True if the effect is to be sent (again) now.
    /// </summary>
    private async Task<bool> SettledAsync(
        long rowId, Outgoing outgoing, IChatPlatform platform, DateTimeOffset since, CancellationToken cancel)
    {
        var over = since + platform.Capabilities.SendTimeout;
        if (clock.Now < over)
        {
            await receipts.PostponeAsync(new(rowId, since), over, why: null, stillUnknown: true, cancel);
            return false;
        }

        if (outgoing.Existing is not null || !platform.Capabilities.FindsOwnMessages) return true;
        var found = await platform.FindAsync(outgoing, since, cancel);
        switch (found)
        {
            case null:
                return true;
            case Delivery.Sent sent:
                await receipts.FinishAsync(rowId, outgoing, sent.Message, cancel);
                return false;
            case Delivery.Refused or Delivery.Gone:
                await receipts.DieAsync(rowId, $"It can’t be looked for: {found}", cancel);
                return false;
            default:
                var wait = (found as Delivery.RetryAfter)?.After ?? UntilLookedAgain(clock.Now - over);
                await receipts.PostponeAsync(
                    new(rowId, since), clock.Now + wait, $"{found}", stillUnknown: true, cancel);
                return false;
        }
    }

    /// <summary>The longer it can't be looked for, the less often it is tried.</summary>
    private static TimeSpan UntilLookedAgain(TimeSpan tried) =>
        TimeSpan.FromTicks(Math.Clamp(tried.Ticks / 2, UntilLooked.Least.Ticks, UntilLooked.Most.Ticks))
        * NextAttempt.Jitter();

    /// <returns>Null if somebody else has begun to send it: the claim was lost meanwhile.</returns>
    private async Task<SendingMark?> MarkAgainAsync(
        long rowId, DateTimeOffset unknownSince, bool mayRepeat, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.Now;
        var more = mayRepeat ? 1 : 0;
        var marked = await store.ChangeAsync(
            (db, token) => db.Outbox.Where(
                r => r.Id == rowId && r.State == RowState.Pending && r.SendingSince == unknownSince).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.PossibleRepeats, r => r.PossibleRepeats + more)
                    .SetProperty(r => r.Silences, r => r.Silences + more)
                    .SetProperty(r => r.DoubtSince, r => mayRepeat ? r.DoubtSince ?? r.SendingSince : r.DoubtSince)
                    .SetProperty(r => r.SendingSince, now)
                    .SetProperty(r => r.Attempts, r => r.Attempts + 1),
                token),
            cancel);
        return marked == 1 ? new(rowId, now.Value) : null;
    }

    private async Task<Delivery> DeliverAsync(
        long row, long? cause, Outgoing outgoing, IChatPlatform platform, CancellationToken cancel)
    {
        var connection = outgoing.Effect.Connection;
        var (begun, activity) = (clock.Time.GetTimestamp(), Telemetry.BeginDelivery(row, cause, connection));
        var delivery = await AttemptAsync(outgoing, platform, cancel);
        var outcome = delivery is Delivery.RetryAfter ? "later" : delivery.GetType().Name.ToLowerInvariant();
        Telemetry.EndDelivery(activity, connection, outcome, clock.Time.GetElapsedTime(begun));
        return delivery;
    }

    private async Task<Delivery> AttemptAsync(Outgoing outgoing, IChatPlatform platform, CancellationToken cancel)
    {
        try
        {
            return await platform.DeliverAsync(outgoing, cancel);
        }
#pragma warning disable CA1031 // An adapter that throws has broken its promise; the effect must survive it.
        catch (Exception failure) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.AdapterThrew(outgoing.Effect.Connection, failure);
            return new Delivery.Unknown($"{failure.GetType().Name}: {failure.Message}");
        }
    }

    private async Task SettleAsync(
        SendingMark mark, Outgoing outgoing, IChatPlatform platform, Delivery delivery, CancellationToken cancel)
    {
        switch (delivery)
        {
            case Delivery.Sent sent:
                await receipts.FinishAsync(mark.Row, outgoing, sent.Message, cancel);
                break;
            case Delivery.RetryAfter retry:
                await RetryAsync(mark, retry, cancel);
                break;
            case Delivery.Unknown unknown:
                await DoubtAsync(mark, outgoing, platform, unknown, cancel);
                break;
            case Delivery.Gone gone:
                await receipts.DieAsync(
                    mark.Row, $"Gone: {gone.Why}", cancel, Loss.Of(mark.Row, outgoing.Effect, gone, clock.Now));
                break;
            case Delivery.Refused refused:
                await receipts.DieAsync(mark.Row, $"Refused: {refused.Why}", cancel);
                break;
        }
    }

    private async Task DoubtAsync(
        SendingMark mark, Outgoing outgoing, IChatPlatform platform, Delivery.Unknown unknown,
        CancellationToken cancel)
    {
        var (attempts, silences) = await AttemptsAsync(mark.Row, cancel);
        var next = NextAttempt.After(unknown, outgoing, platform.Capabilities, attempts, silences);
        if (next is null) await GiveUpAsync(mark, attempts, unknown.Why, inDoubt: true, cancel);
        else await WaitAsync(mark, next, unknown.Why, cancel);
    }

    private async Task RetryAsync(SendingMark mark, Delivery.RetryAfter retry, CancellationToken cancel)
    {
        if (retry.Held)
        {
            var until = clock.Now + ((retry.After ?? UntilMended) * NextAttempt.Jitter());
            await receipts.HoldAsync(mark, until, retry.Why, cancel);
            return;
        }

        var (attempts, _) = await AttemptsAsync(mark.Row, cancel);
        if (NextAttempt.After(retry, attempts) is { } next) await WaitAsync(mark, next, retry.Why, cancel);
        else await GiveUpAsync(mark, attempts, retry.Why, inDoubt: false, cancel);
    }

    private Task GiveUpAsync(
        SendingMark mark, int attempts, string why, bool inDoubt, CancellationToken cancel) =>
        receipts.DieAsync(mark.Row, $"Given up after {attempts} attempts: {why}", cancel, inDoubt: inDoubt);

    private Task WaitAsync(SendingMark mark, NextAttempt next, string why, CancellationToken cancel) =>
        next.MayRepeat ? receipts.RepeatAsync(mark, clock.Now + next.Wait, why, cancel)
        : receipts.PostponeAsync(mark, clock.Now + next.Wait, why, next.StillUnknown, cancel);

    private async Task<(int Attempts, int Silences)> AttemptsAsync(long rowId, CancellationToken cancel)
    {
        var row = await store.ReadAsync(
            (db, token) => db.Outbox.AsNoTracking().FirstOrDefaultAsync(r => r.Id == rowId, token), cancel);
        return (row?.Attempts ?? 0, row?.Silences ?? 0);
    }

    /// <summary>What is to be sent, by whom, and what it came from.</summary>
    private sealed record Parcel(Outgoing Outgoing, IChatPlatform Platform, long? Cause);
}
