using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>The way in: the durable lane's insert, and the immediate lane's answers.</summary>
internal sealed class IntakeService(
    IStore store, SecurityClock clock, WakeUps wakeUps, Waiters waiters, ImmediateLane immediate, IntakeRoom room,
    Concern concern, ILogger<IntakeService> logger) : IIntake
{
    private static readonly TimeSpan PressMemory = TimeSpan.FromSeconds(60);

    public async Task<Intake> AcceptAsync(Inbound inbound, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(inbound);
        if (concern.IsNone(inbound)) return Intake.Ignored;
        var stored = await StoreAsync(inbound, cancel);
        if (stored) wakeUps.Ring(Queue.Inbox);
        return stored ? Intake.Stored : Intake.Duplicate;
    }

    public async Task<Card?> AcceptAndAwaitAsync(Inbound inbound, TimeSpan within, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(inbound);
        var key = Payload.KeyHash(inbound.Connection, inbound.Key);
        using var waiter = waiters.Wait(key);
        if (await AcceptAsync(inbound, cancel) != Intake.Stored) return null;
        var reply = await waiter.WithinAsync(within, clock.Time, cancel);

        // A card with buttons is more than a sentence: it goes out by itself.
        if (reply is null || reply.Card.Actions.Count > 0) return null;
        await store.WriteAsync(
            async (db, token) =>
            {
                var row = await db.Outbox.FirstOrDefaultAsync(row => row.EffectId == reply.EffectId, token);
                row?.Finish();
                await db.SaveChangesAsync(token);
            },
            cancel);
        return reply.Card;
    }

    public Task<FormOpening> OpenFormAsync(FormRequest request, CancellationToken cancel) =>
        ReadAsync(() => immediate.OpenAsync(request, cancel));

    public Task<IReadOnlyDictionary<string, string>> CheckFormAsync(
        FormSubmitted submitted, CancellationToken cancel) =>
        ReadAsync(() => immediate.CheckAsync(submitted, cancel));

    public Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancel) =>
        ReadAsync(() => immediate.SearchAsync(request, cancel));

    /// <summary>While the store is away, nobody can be answered.</summary>
    private async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (store.IsOutage(failure))
        {
            throw new IntakeFullException("The store is away.", failure);
        }
    }

    private async Task<bool> StoreAsync(Inbound inbound, CancellationToken cancel)
    {
        var now = clock.Now;
        var arrival = new Arrival(
            inbound.Connection,
            Payload.KeyHash(inbound.Connection, inbound.Key),
            inbound.Conversation,
            Payload.Of(inbound),
            now,
            inbound.Repeatable ? now - PressMemory : null);
        var begun = clock.Time.GetTimestamp();
        using var place = EnterRoom(inbound, begun);
        try
        {
            var isNew = await store.AcceptAsync(arrival, cancel);
            Telemetry.Acknowledged(inbound.Connection, isNew ? "stored" : "known", clock.Time.GetElapsedTime(begun));
            return isNew;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A full or failing disk: the platform is told that it was not received.
            Telemetry.Acknowledged(inbound.Connection, "failed", clock.Time.GetElapsedTime(begun));
            logger.NotStored(inbound.Connection, failure);
            throw new IntakeFullException("The store can’t take it now.", failure);
        }
    }

    private IntakeRoom.Place EnterRoom(Inbound inbound, long begun)
    {
        try
        {
            return room.Enter(inbound);
        }
        catch (IntakeFullException)
        {
            Telemetry.Acknowledged(inbound.Connection, "full", clock.Time.GetElapsedTime(begun));
            throw;
        }
    }
}
