using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>What is known before deciding: the inbound itself, and who the platform says its actor is.</summary>
internal sealed record Prepared(Inbound? Inbound, TimerDue? Timer, AccountInfo? Account);

/// <summary>What the store does not know yet, and the platform does.</summary>
internal sealed record Gaps(bool Title, bool Account)
{
    public bool None => !Title && !Account;
}

/// <summary>Network reads before a decision: time-boxed, with no lock and no transaction held.</summary>
internal sealed class Preparation(Platforms platforms, SecurityClock clock, ILogger<Preparation> logger)
{
    /// <summary>
    /// So often a row waits for a platform that does not say who somebody is, before it goes on without.
    /// </summary>
    private const int PatientAttempts = 3;
    private static readonly TimeSpan TimeBox = TimeSpan.FromSeconds(5);

    /// <summary>A row as it came.</summary>
    public static Prepared Read(InboxRow row)
    {
        if (row.Connection == TimerDue.Connection) return new(null, Payload.Timer(row.Payload!), null);
        var inbound = Payload.Inbound(row.Payload!);
        return new(inbound, null, ActorOf(inbound).Account);
    }

    /// <summary>What the platform has to be asked.</summary>
    public static async Task<Gaps> GapsAsync(
        CopBotDbContext db, Prepared prepared, Surroundings around, CancellationToken cancel)
    {
        if (prepared is not { Inbound: { } inbound, Account: { } account })
        {
            return new(Title: false, Account: false);
        }

        var untitled = around.Here?.Title is null && inbound is MessageReceived { AddressesBot: true,
            Place: { Kind: not PlaceKind.Direct, Title: null } };
        return new(untitled, await Arrivals.FindAsync(db, account.Ref, cancel) is null);
    }

    /// <summary>Asks the platform.</summary>
    public async Task<Prepared> FillAsync(Prepared prepared, Gaps gaps, int attempts, CancellationToken cancel)
    {
        var (account, place) = ActorOf(prepared.Inbound!);
        return prepared with
        {
            Inbound = gaps.Title ? await TitledAsync((MessageReceived)prepared.Inbound!, cancel) : prepared.Inbound,
            Account = gaps.Account
                ? await AskAsync(account!, place, attempts < PatientAttempts, cancel)
                : prepared.Account,
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
