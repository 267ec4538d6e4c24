using System.Text.Json;
using CopBot.Chat;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>
/// People's talk among themselves: in no question's thread, naming none, and not to the bot. Most of what is said in a
/// busy channel's threads is that, so it is put aside many at a time.
/// </summary>
internal static class Overheard
{
    private const int AtOnce = 100;

    private static readonly CompiledQuery<Func<CopBotDbContext, string, long, IAsyncEnumerable<InboxRow>>> Next = new(
        () => EF.CompileAsyncQuery((CopBotDbContext db, string lane, long id) => db.Inbox.AsNoTracking()
            .Where(other => other.Lane == lane && other.Id > id
                && other.State == RowState.Pending && other.Payload != null)
            .OrderBy(other => other.Id).Take(AtOnce - 1)));

    /// <returns>
    /// The row and those that follow it in its conversation and mean nothing either; empty if it means something.
    /// </returns>
    /// <exception cref="DeferException">It can't be told yet.</exception>
    public static async Task<IReadOnlyList<InboxRow>> FromAsync(
        CopBotDbContext db, Platforms platforms, InboxRow row, Inbound inbound, CancellationToken cancel)
    {
        if (!MayBe(inbound) || inbound is not MessageReceived first
            || await Tracking.OfAsync(db, platforms, first, cancel) is not (_, null)) return [];
        var next = await Next.On(db)(db, row.Lane, row.Id).ToListAsync(cancel);
        return [row, .. next.TakeWhile(other => IsLike(first, TryRead(other)))];
    }

    /// <summary>Whether it is said in the very same thread, which is no question's.</summary>
    private static bool IsLike(MessageReceived first, Inbound? other) =>
        other is MessageReceived message && MayBe(message)
        && message.Place.Ref == first.Place.Ref
        && message.Thread == first.Thread && message.ThreadOpenedAt == first.ThreadOpenedAt;

    /// <summary>One that can't be read has its own turn, and fails there.</summary>
    private static Inbound? TryRead(InboxRow row)
    {
        try
        {
            return Preparation.Read(row).Inbound;
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool MayBe(Inbound inbound) =>
        inbound is MessageReceived { AddressesBot: false, Thread: not null, Place.Kind: not PlaceKind.Direct } message
        && !Handles.Begins(message.Text);
}
