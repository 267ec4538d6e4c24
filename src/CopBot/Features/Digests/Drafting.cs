using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>A draft goes to the coordinators: by schedule to all of them, on request to whoever asked.</summary>
internal static class Drafting
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static async Task<Outcome> OnRequestAsync(Turn turn, CancellationToken cancel)
    {
        var digest = await NewAsync(turn, turn.Me.Member.Id, cancel);
        return new Outcome().Send(await DraftCards.ShowAsync(turn, digest, cancel));
    }

    /// <summary>The schedule's time is there; the next one is planned at once.</summary>
    public static async Task<Outcome> OnScheduleAsync(Turn turn, CancellationToken cancel)
    {
        var outcome = new Outcome();
        if (Schedule.Next(turn.Community, turn.Now) is { } next)
        {
            outcome.Wait(new After(DigestsFeature.Timer, turn.Community.Id, next));
        }

        var goesByItself = turn.Community.DigestPostsAfterHours > 0;
        if (!goesByItself && (await Coordinating.OfAsync(turn, cancel)).Count == 0) return outcome;
        var digest = await NewAsync(turn, askedBy: null, cancel);
        if (goesByItself)
        {
            digest.PostsAt = turn.Now.AddHours(turn.Community.DigestPostsAfterHours);
            outcome.Wait(new After(DigestsFeature.GoingOut, digest.Id, digest.PostsAt.Value));
        }

        return outcome.Send(await DraftCards.ShowAsync(turn, digest, cancel));
    }

    /// <summary>From the end of the last one that was posted; at most four weeks, at least one.</summary>
    private static async Task<Digest> NewAsync(Turn turn, Guid? askedBy, CancellationToken cancel)
    {
        var last = await turn.Db.Digests
            .Where(d => d.CommunityId == turn.Community.Id && d.State == DigestState.Posted)
            .OrderByDescending(d => d.To).Select(d => (DateTimeOffset?)d.To).FirstOrDefaultAsync(cancel);
        var earliest = turn.Now - (Week * 4);
        var from = last is { } end && end > earliest ? Min(end, turn.Now - Week) : turn.Now - Week;
        var digest = new Digest
        {
            Id = turn.NewId(), CommunityId = turn.Community.Id, From = from, To = turn.Now, AskedById = askedBy,
        };
        turn.Db.Digests.Add(digest);
        return digest;
    }

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
