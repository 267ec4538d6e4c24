using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Telling;

/// <summary>A second person, whom the teller named, says whether it is so; once.</summary>
internal static class Confirm
{
    private static readonly Phrase Thanks = new("Thank you, that is noted.", "Merci, c’est noté.");
    private static readonly Phrase NotAsked = new("That was not asked.", "Cela n’a pas été demandé.");

    public static async Task<Outcome> SayAsync(Turn turn, string id, bool holds, CancellationToken cancel) =>
        await RecordAsync(
            turn,
            Guid.TryParseExact(id, "N", out var guid)
                ? await turn.Db.Stories.FirstOrDefaultAsync(s => s.Id == guid, cancel)
                : null,
            holds, cancel);

    /// <summary>By words, the latest that was asked is meant.</summary>
    public static async Task<Outcome> SayLastAsync(Turn turn, bool holds, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        return await RecordAsync(
            turn,
            await turn.Db.Stories.Where(s => s.ConfirmerId == me && s.Confirmed == null)
                .OrderByDescending(s => s.ToldAt).FirstOrDefaultAsync(cancel),
            holds, cancel);
    }

    private static async Task<Outcome> RecordAsync(Turn turn, Story? story, bool holds, CancellationToken cancel)
    {
        if (story is not { Confirmed: null } || story.ConfirmerId != turn.Me.Member.Id)
        {
            return Outcome.Of(turn.Tell(NotAsked));
        }

        story.Touch();
        story.Confirmed = holds;
        var people = await turn.Db.PeopleAsync([story.MemberId], cancel);
        var (own, other) = (turn.Me.Member.Organisation, people.Values.FirstOrDefault()?.Organisation);
        var independent = !string.IsNullOrWhiteSpace(own) && !string.IsNullOrWhiteSpace(other)
            && !string.Equals(own, other, StringComparison.OrdinalIgnoreCase);
        return Outcome.Of(turn.Tell(Thanks)).Send(StoryCards.Settled(turn, story, turn.Me.Member))
            .Raise(new StoryConfirmed(story, turn.Me.Member.Id, holds, independent));
    }
}
