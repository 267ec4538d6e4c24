using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>What is known before deciding: the inbound itself, and who the platform says its actor is.</summary>
internal sealed record Prepared(Inbound? Inbound, TimerDue? Timer, AccountInfo? Account);

/// <summary>Network reads before a decision: time-boxed, with no lock and no transaction held.</summary>
internal sealed class Preparation(IStore store, Platforms platforms, SecurityClock clock, ILogger<Preparation> logger)
{
    /// <summary>
    /// So often a row waits for a platform that does not say who somebody is, before it goes on without.
    /// </summary>
    private const int PatientAttempts = 3;
    private static readonly TimeSpan TimeBox = TimeSpan.FromSeconds(5);

    /// <returns>Null if the row is done already.</returns>
    public async Task<Prepared?> PrepareAsync(long rowId, CancellationToken cancel)
    {
        await using var db = await store.OpenAsync(cancel);
        var row = await db.Inbox.AsNoTracking().FirstOrDefaultAsync(r => r.Id == rowId, cancel);
        if (row is not { State: RowState.Pending, Payload: { } payload }) return null;
        if (row.Connection == TimerDue.Connection) return new(null, Payload.Timer(payload), null);
        var inbound = Payload.Inbound(payload);
        var (account, place) = ActorOf(inbound);
        if (account is null) return new(inbound, null, null);
        var known = await db.Identities.AnyAsync(
            i => i.Connection == account.Ref.Connection && i.AccountId == account.Ref.Id, cancel);
        var untitled = inbound is MessageReceived { AddressesBot: true,
            Place: { Kind: not PlaceKind.Direct, Title: null } }
            && !await db.Places.AnyAsync(
                p => p.Connection == inbound.Connection && p.PlaceId == place!.Id && p.Title != null, cancel);
        await db.DisposeAsync();
        if (untitled) inbound = await TitledAsync((MessageReceived)inbound, cancel);
        return new(inbound, null, known ? account : await AskAsync(
            account, place, patient: row.Attempts < PatientAttempts, cancel));
    }

    private static (AccountInfo? Account, PlaceRef? Place) ActorOf(Inbound inbound) => inbound switch
    {
        MessageReceived message => (message.Author, message.Place.Ref),
        ActionPressed press => (press.Actor, press.Place.Ref),
        FormSubmitted form => (form.Actor, form.Place?.Ref),
        HomeOpened home => (home.Actor, null),
        _ => (null, null),
    };

    /// <summary>
    /// The message with its place's name; an empty one where the platform does not tell, so as to ask once.
    /// </summary>
    private async Task<MessageReceived> TitledAsync(MessageReceived message, CancellationToken cancel)
    {
        if (platforms.Of(message.Connection) is not { } platform) return message;
        using var box = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var timer = clock.Time.CreateTimer(_ => box.Cancel(), null, TimeBox, Timeout.InfiniteTimeSpan);
        var title = await platform.GetTitleAsync(message.Place.Ref, box.Token);
        return message with { Place = message.Place with { Title = title ?? "" } };
    }

    private async Task<AccountInfo> AskAsync(
        AccountInfo account, PlaceRef? place, bool patient, CancellationToken cancel)
    {
        if (platforms.Of(account.Ref.Connection) is not { } platform) return account;
        using var box = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var timer = clock.Time.CreateTimer(_ => box.Cancel(), null, TimeBox, Timeout.InfiniteTimeSpan);
        try
        {
            var told = await platform.GetAccountAsync(account.Ref, place, box.Token);
            return told is null
                ? account
                : account with
                {
                    DisplayName = told.DisplayName ?? account.DisplayName,
                    Email = told.Email ?? account.Email,
                    Outsider = told.Outsider || account.Outsider,
                    Language = told.Language ?? account.Language,
                };
        }
#pragma warning disable CA1031 // In the end what somebody said counts more than the name.
        catch (Exception failure) when (!patient && !cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.AccountUnknown(account.Ref.Connection, failure);
            return account;
        }
    }
}
