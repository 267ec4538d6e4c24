using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Routing;

/// <summary>Shows a question in the home places of the community. Never one that was asked in private.</summary>
internal static class Mirroring
{
    /// <returns>Whether there was any place to open it in.</returns>
    public static async Task<bool> OpenAsync(Turn turn, Question question, CancellationToken cancel)
    {
        if (question is { Private: true, ChannelsAllowed: false }) return false;
        var homes = await turn.Db.Places
            .Where(p => p.CommunityId == turn.Community.Id && p.IsHome && p.LeftAt == null)
            .ToListAsync(cancel);
        var opened = false;
        foreach (var home in homes.Where(home => !ShowsIn(question, home) && IsOpen(home, turn)))
        {
            question.Touch();
            opened = true;
            turn.Db.Threads.Add(new QuestionThread
            {
                Id = turn.NewId(),
                QuestionId = question.Id,
                Kind = ThreadKind.Mirror,
                Connection = home.Connection,
                PlaceId = home.PlaceId,
            });
        }

        return opened;
    }

    private static bool ShowsIn(Question question, Place place) => question.Threads.Exists(
        t => t.Kind != ThreadKind.Asked && t.Connection == place.Connection && t.PlaceId == place.PlaceId);

    private static bool IsOpen(Place place, Turn turn) =>
        (!place.SharedWithOutsiders || place.OutsidersAllowed) && turn.Platforms.Of(place.Connection) is not null
        && !turn.Lost.Contains(place.Connection);
}
