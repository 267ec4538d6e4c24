using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Membership;

/// <summary>
/// Members who left are forgotten some months later, as if they had asked for it: a schedule that a community sets.
/// </summary>
internal static class Retention
{
    public const string Timer = "retention";

    /// <summary>So many in a turn: each may have said much.</summary>
    private const int AtOnce = 5;

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <returns>Null where members are kept for good.</returns>
    public static DateTimeOffset? Next(Community community, DateTimeOffset now) =>
        community.ForgetAfterMonths > 0 ? Midnight(now) : null;

    public static async Task<Outcome> DueAsync(Turn turn, CancellationToken cancel)
    {
        var outcome = new Outcome();
        if (turn.Community.ForgetAfterMonths <= 0) return outcome;
        var before = turn.Now.AddMonths(-turn.Community.ForgetAfterMonths);
        var gone = await turn.Db.WholeMembers()
            .Where(m => m.CommunityId == turn.Community.Id && m.LeftAt != null && m.LeftAt < before)
            .OrderBy(m => m.LeftAt).Take(AtOnce).ToListAsync(cancel);
        foreach (var member in gone) outcome.Absorb(await Erase.MemberAsync(turn, member, cancel));
        var next = gone.Count == AtOnce ? turn.Now + Soon : Midnight(turn.Now);
        return outcome.Wait(new After(Timer, turn.Community.Id, next));
    }

    /// <summary>However often the bot is started, the time comes.</summary>
    private static DateTimeOffset Midnight(DateTimeOffset now) => new(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
}
