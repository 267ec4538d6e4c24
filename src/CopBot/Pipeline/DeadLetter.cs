using System.Globalization;
using CopBot.Chat;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>
/// What was given up: a happening that could not be worked off (<c>in-12</c>), or something that could not be sent
/// (<c>out-12</c>). It stays whole until an administrator decides on it.
/// </summary>
/// <param name="Name">By which it is called.</param>
/// <param name="Since">When it came in, or when it was last to be sent.</param>
/// <param name="Lane">Its conversation.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Why">The last failure.</param>
/// <param name="Content">The happening or the effect as JSON: it can hold people's words.</param>
internal sealed record DeadLetter(
    string Name, DateTimeOffset Since, string Lane, int Attempts, string? Why, string? Content)
{
    private const string Inbox = "in-";
    private const string Outbox = "out-";

    /// <summary>All of them: what came in first, then what was to go out.</summary>
    public static async Task<IReadOnlyList<DeadLetter>> AllAsync(CopBotDbContext db, CancellationToken cancel)
    {
        var came = await db.Inbox.AsNoTracking().Where(row => row.State == RowState.Dead)
            .OrderBy(row => row.Id).ToListAsync(cancel);
        var toGo = await db.Outbox.AsNoTracking().Where(row => row.State == RowState.Dead)
            .OrderBy(row => row.Id).ToListAsync(cancel);
        return
        [
            .. came.Select(row => new DeadLetter(
                $"{Inbox}{row.Id}", row.ReceivedAt, row.Lane, row.Attempts, row.Error, row.Payload)),
            .. toGo.Select(row => new DeadLetter(
                $"{Outbox}{row.Id}", row.NotBefore, row.Lane, row.Attempts, row.Error, row.Effect)),
        ];
    }

    /// <summary>
    /// Lets it be tried once more from the beginning; what may have arrived is looked for first where possible.
    /// </summary>
    /// <returns>False if there is no such dead letter.</returns>
    public static Task<bool> RetryAsync(
        IStore store, string name, SecurityClock clock, CancellationToken cancel) => ChangeAsync(
        store,
        name,
        row => (row.State, row.Attempts, row.NotBefore, row.Error) = (RowState.Pending, 0, clock.Now, null),
        row => (row.State, row.Attempts, row.Silences, row.NotBefore, row.Error) =
            (RowState.Pending, 0, 0, clock.Now, null),
        cancel);

    /// <summary>Lets it go: its content is gone, and it is never tried again.</summary>
    /// <returns>As above.</returns>
    public static Task<bool> DropAsync(IStore store, string name, CancellationToken cancel) =>
        ChangeAsync(store, name, row => row.Finish(), row => row.Finish(), cancel);

    private static Task<bool> ChangeAsync(
        IStore store, string name, Action<InboxRow> came, Action<OutboxRow> toGo, CancellationToken cancel) =>
        store.WriteAsync(
            async (db, token) =>
            {
                if (IdIn(name, Inbox) is { } inbox && await db.Inbox.FirstOrDefaultAsync(
                    row => row.Id == inbox && row.State == RowState.Dead, token) is { } one)
                {
                    came(one);
                }
                else if (IdIn(name, Outbox) is { } outbox && await db.Outbox.FirstOrDefaultAsync(
                    row => row.Id == outbox && row.State == RowState.Dead, token) is { } other)
                {
                    toGo(other);
                }
                else
                {
                    return false;
                }

                await db.SaveChangesAsync(token);
                return true;
            },
            cancel);

    private static long? IdIn(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
        && long.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
