using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Domain;
using CopBot.Pipeline.Assisting;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>
/// Runs one inbox row to its end: prepare, decide, commit. What is committed is the row's being done and all its
/// consequences together, so a row takes effect exactly once whatever crashes when.
/// </summary>
internal sealed class TurnRunner(
    IStore store, Platforms platforms, Decider decider, Preparation preparation, SoughtMeanings meanings,
    Writings writings, Waiters waiters, WakeUps wakeUps, SecurityClock clock, TimeProvider time,
        ILogger<TurnRunner> logger)
{
    private const int MostAttempts = 6;
    private const int MostConflicts = 20;

    /// <summary>A turn looks for one text, or a few.</summary>
    private const int MostAsked = 10;
    private static readonly TimeSpan InBandGrace = TimeSpan.FromSeconds(3);

    private static readonly CompiledQuery<Func<CopBotDbContext, long, CancellationToken, Task<InboxRow?>>> Pending =
        new(() => EF.CompileAsyncQuery((CopBotDbContext db, long rowId, CancellationToken _) => db.Inbox.FirstOrDefault(
            row => row.Id == rowId && row.State == RowState.Pending && row.Payload != null)));

    public async Task RunAsync(long rowId, CancellationToken cancel)
    {
        var begun = clock.Time.GetTimestamp();
        var (activity, ended) = (Telemetry.BeginTurn(rowId), "done");
        try
        {
            var numbers = new QuestionNumbers(store);
            for (var conflicts = 0; !await TryOrAskAsync(rowId, numbers, cancel); conflicts++)
            {
                ended = "again";
                numbers.Again();
                logger.Conflict(rowId);
                if (conflicts == MostConflicts) throw new InvalidOperationException("Conflicts do not end.");
            }
        }
        catch (DeferException deferred)
        {
            ended = "later";
            await PostponeAsync(rowId, deferred.After, failure: null, cancel);
        }
        catch (Exception failure) when (cancel.IsCancellationRequested || store.IsOutage(failure))
        {
            ended = "stopped";
            throw;
        }
#pragma warning disable CA1031 // Whatever a handler throws, its row must not stop the lane.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            ended = "failed";
            await FailAsync(rowId, failure, cancel);
        }
        finally
        {
            Telemetry.EndTurn(activity, ended, clock.Time.GetElapsedTime(begun));
        }
    }

    /// <summary>
    /// As below; what only a network tells is asked with nothing open, and then everything is decided anew.
    /// </summary>
    private async Task<bool> TryOrAskAsync(long rowId, QuestionNumbers numbers, CancellationToken cancel)
    {
        for (var asked = 0; ; asked++)
        {
            try
            {
                return await TryAsync(rowId, numbers, cancel);
            }
            catch (MeaningNeededException needed) when (asked < MostAsked)
            {
                numbers.Again();
                await meanings.FetchAsync(needed, cancel);
            }
            catch (WritingNeededException needed) when (asked < MostAsked)
            {
                numbers.Again();
                await writings.FetchAsync(needed, cancel);
            }
        }
    }

    /// <returns>False on a conflict: decide again on what is there now.</returns>
    private async Task<bool> TryAsync(long rowId, QuestionNumbers numbers, CancellationToken cancel)
    {
        InboxRow row;
        Prepared prepared;
        Gaps gaps;
        await using (var view = await store.OpenAsync(cancel))
        {
            if (await Pending.On(view)(view, rowId, cancel) is not { } pending) return true;
            (row, prepared) = (pending, Preparation.Read(pending));
            if (prepared.Inbound is { } said
                && await Overheard.FromAsync(view, platforms, row, said, cancel) is { Count: > 0 } overheard)
            {
                return await FinishAsync(view, overheard, cancel);
            }

            var around = await AroundAsync(view, prepared, cancel);
            gaps = await preparation.GapsAsync(view, prepared, around, cancel);
            if (gaps.None) return await TakeEffectAsync(view, row, prepared, around, numbers, cancel);
        }

        // Whatever the platform takes to answer, no view stays open meanwhile; then everything is read anew.
        prepared = await preparation.FillAsync(prepared, gaps, row, cancel);
        await using var later = await store.OpenAsync(cancel);
        return await Pending.On(later)(later, rowId, cancel) is not { } again
            || await TakeEffectAsync(
                later, again, prepared, await AroundAsync(later, prepared, cancel), numbers, cancel);
    }

    private static Task<Surroundings> AroundAsync(CopBotDbContext view, Prepared prepared, CancellationToken cancel) =>
        Surroundings.ReadAsync(
            view, prepared.Inbound is { } inbound ? Scenes.PlaceOf(inbound)?.Ref : null, cancel);

    /// <returns>As above.</returns>
    private async Task<bool> TakeEffectAsync(
        CopBotDbContext view, InboxRow row, Prepared prepared, Surroundings around, QuestionNumbers numbers,
        CancellationToken cancel)
    {
        var decided = prepared.Inbound is { } inbound
            ? await decider.DecideAsync(view, inbound, prepared.Caller, around, numbers, cancel)
            : await decider.DecideAsync(view, prepared.Timer!, around, numbers, cancel);
        if (decided is null) return await FinishAsync(view, [row], cancel);
        var (outcome, turn) = decided.Value;
        await AppendAsync(view, turn, outcome, prepared.Inbound, cancel);
        var reply = Enqueue(view, row, outcome);
        foreach (var after in outcome.Later) view.Timers.Add(TimerOf(turn.Community, after));

        var key = row.Key;
        row.Finish();
        try
        {
            await store.CommitAsync(view, cancel);
        }
        catch (ConflictException)
        {
            return false;
        }

        waiters.Complete(key, reply);
        if (outcome.Effects.Count > 0 || outcome.Reply is not null) wakeUps.Ring(Queue.Outbox);
        if (outcome.Events.Count > 0) wakeUps.Sealer();
        if (outcome.Later.Exists(after => after.DueAt - turn.Now < TimerWorker.Poll)) wakeUps.Timers();
        return true;
    }

    /// <summary>
    /// It meant nothing: nothing of the view is kept, so that nobody becomes a member by being overheard. What it saw
    /// is let go first: an embedded store's writer may wait for those who read.
    /// </summary>
    private async Task<bool> FinishAsync(
        CopBotDbContext view, IReadOnlyList<InboxRow> rows, CancellationToken cancel)
    {
        if (view.Database.CurrentTransaction is { } snapshot) await snapshot.DisposeAsync();
        await store.ChangeAsync((db, token) => db.FinishAsync(rows, token), cancel);
        foreach (var row in rows) waiters.Complete(row.Key, reply: null);
        return true;
    }

    private static async Task AppendAsync(
        CopBotDbContext view, Turn turn, Outcome outcome, Inbound? inbound, CancellationToken cancel)
    {
        var context = new LogContext("live", turn.OccurredAt, turn.Now, inbound?.Connection);
        foreach (var happened in outcome.Events)
        {
            await ParticipationLog.AppendAsync(view, turn.Community, happened, context, cancel);
        }
    }

    private InBandReply? Enqueue(CopBotDbContext view, InboxRow cause, Outcome outcome)
    {
        foreach (var effect in outcome.Effects) view.Outbox.Add(Row(effect, cause, clock.Now));
        if (outcome.Reply is null) return null;
        if (!waiters.IsWaiting(cause.Key))
        {
            view.Outbox.Add(Row(outcome.Reply, cause, clock.Now));
            return null;
        }

        // Somebody waits for it in band: it goes out by itself only if that fails.
        var row = Row(outcome.Reply, cause, clock.Now + InBandGrace);
        row.Lane = $"in-band:{row.EffectId:N}";
        view.Outbox.Add(row);
        return outcome.Reply switch
        {
            Whisper whisper => new(row.EffectId, whisper.Card),
            DirectMessage message => new(row.EffectId, message.Card),
            Post post => new(row.EffectId, post.Card),
            _ => null,
        };
    }

    private OutboxRow Row(Effect effect, InboxRow cause, DateTimeOffset notBefore) => new()
    {
        EffectId = Guid.CreateVersion7(time.GetUtcNow()),
        Lane = effect.Conversation,
        Effect = Payload.Of(effect),
        CardKey = effect switch { Post post => post.Key, DirectMessage message => message.Key, _ => null },
        NotBefore = notBefore,
        CausedBy = cause.Id,
    };

    private static TimerRow TimerOf(Community community, After after) => new()
    {
        Kind = after.Kind,
        CommunityId = community.Id,
        SubjectId = after.SubjectId,
        DueAt = after.DueAt,
    };

    private async Task FailAsync(long rowId, Exception failure, CancellationToken cancel)
    {
        logger.TurnFailed(rowId, failure);
        await PostponeAsync(rowId, after: null, failure, cancel);
    }

    private Task PostponeAsync(long rowId, TimeSpan? after, Exception? failure, CancellationToken cancel) =>
        store.WriteAsync(
            async (db, token) =>
            {
                var row = await db.Inbox.SingleAsync(r => r.Id == rowId, token);
                if (row.State != RowState.Pending) return;
                if (failure is not null)
                {
                    row.Attempts++;
                    row.Error = $"{failure.GetType().Name}: {failure.Message}";
                }

                row.NotBefore = clock.Now + (after ?? TimeSpan.FromSeconds(Math.Pow(2, row.Attempts) / 4));
                if (row.Attempts >= MostAttempts)
                {
                    row.State = RowState.Dead;
                    logger.TurnGivenUp(rowId);
                    Telemetry.GivenUp(Queue.Inbox);
                }

                await db.SaveChangesAsync(token);
            },
            cancel);
}
