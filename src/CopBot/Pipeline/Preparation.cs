using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>What is known before deciding: the inbound itself, and who the platform says its actor is.</summary>
internal sealed record Prepared(Inbound? Inbound, TimerDue? Timer, Caller? Caller);

/// <summary>What the store does not know yet, and the platform does.</summary>
/// <param name="Title">What the place is called.</param>
/// <param name="Account">Who the actor is.</param>
/// <param name="Newcomer">That the actor was never here.</param>
internal sealed record Gaps(bool Title = false, bool Account = false, bool Newcomer = false)
{
    public bool None => !Title && !Account;
}

/// <summary>Network reads before a decision: time-boxed, with no lock and no transaction held.</summary>
internal sealed class Preparation(Platforms platforms, SecurityClock clock, ILogger<Preparation> logger)
{
    /// <summary>
    /// So long a newcomer's row waits for a platform that does not say who that is, before it goes on without: in the
    /// end what somebody said counts more than the name.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan UntilRepeated = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UntilAskedAgain = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TimeBox = TimeSpan.FromSeconds(5);

    /// <summary>A row as it came.</summary>
    public static Prepared Read(InboxRow row)
    {
        if (row.Connection == TimerDue.Connection) return new(null, Payload.Timer(row.Payload!), null);
        var inbound = Payload.Inbound(row.Payload!);
        return new(inbound, null, ActorOf(inbound).Account is { } account ? new(account) : null);
    }

    /// <summary>What the platform has to be asked.</summary>
    public async Task<Gaps> GapsAsync(
        CopBotDbContext db, Prepared prepared, Surroundings around, CancellationToken cancel)
    {
        if (prepared is not { Inbound: { } inbound, Caller.Account: { } account }) return new();
        var untitled = around.Here?.Title is null && inbound is MessageReceived { AddressesBot: true,
            Place: { Kind: not PlaceKind.Direct, Title: null } };
        var known = await Arrivals.FindAsync(db, account.Ref, cancel);
        return new(untitled, known is null || known.Identity.AskAt <= clock.Now, Newcomer: known is null);
    }

    /// <summary>Asks the platform.</summary>
    /// <exception cref="DeferException">It is to be asked again before anything is decided.</exception>
    public async Task<Prepared> FillAsync(Prepared prepared, Gaps gaps, InboxRow row, CancellationToken cancel)
    {
        var (account, place) = ActorOf(prepared.Inbound!);
        return prepared with
        {
            Inbound = gaps.Title ? await TitledAsync((MessageReceived)prepared.Inbound!, cancel) : prepared.Inbound,
            Caller = gaps.Account
                ? await AskAsync(account!, place, gaps.Newcomer ? row.ReceivedAt + Patience : clock.Now, cancel)
                : prepared.Caller,
        };
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
        using var box = new CancellationTokenSource(TimeBox, clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(box.Token, cancel);
        try
        {
            var title = await platform.GetTitleAsync(message.Place.Ref, either.Token);
            return message with { Place = message.Place with { Title = title ?? "" } };
        }
        catch (PlatformBusyException)
        {
            return message;
        }
    }

    private async Task<Caller> AskAsync(
        AccountInfo account, PlaceRef? place, DateTimeOffset patientUntil, CancellationToken cancel)
    {
        if (platforms.Of(account.Ref.Connection) is not { } platform) return new(account);
        using var box = new CancellationTokenSource(TimeBox, clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(box.Token, cancel);
        try
        {
            var told = await platform.GetAccountAsync(account.Ref, place, either.Token);
            return new(Merge(account, told), IsTold: true);
        }
#pragma warning disable CA1031 // An adapter that breaks its promise is asked again as well.
        catch (Exception failure) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var wait = (failure as PlatformBusyException)?.After ?? UntilRepeated;
            if (clock.Now + wait < patientUntil) throw new DeferException(wait);
            logger.AccountUnknown(account.Ref.Connection, failure);
            return new(account, AskAt: clock.Now + UntilAskedAgain);
        }
    }

    private static AccountInfo Merge(AccountInfo account, AccountInfo? told) => told is null ? account : account with
    {
        DisplayName = told.DisplayName ?? account.DisplayName,
        Email = told.Email ?? account.Email,
        Outsider = told.Outsider || account.Outsider,
        Language = told.Language ?? account.Language,
    };
}
