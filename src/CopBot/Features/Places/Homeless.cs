using CopBot.Chat;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Places;

/// <summary>Questions whose place is gone go on in their askers' direct chats.</summary>
internal static class Homeless
{
    public static async Task<IReadOnlyList<Effect>> MoveAsync(Turn turn, Place place, CancellationToken cancel)
    {
        var open = await turn.Db.WholeQuestions()
            .Where(q => q.State == QuestionState.Open && q.AskerId != null && q.Threads.Any(t =>
                t.Kind == ThreadKind.Origin && t.Connection == place.Connection && t.PlaceId == place.PlaceId))
            .ToListAsync(cancel);
        var people = await turn.Db.PeopleAsync(open.Select(q => q.AskerId), cancel);
        var effects = new List<Effect>();
        foreach (var question in open)
        {
            if (people.GetValueOrDefault(question.AskerId!.Value) is not { Reachable: true } asker) continue;
            if (question.Threads.Exists(t => t.Kind == ThreadKind.Follower && t.MemberId == asker.Id)) continue;
            if (Followers.Add(turn, question, asker) is not { } thread) continue;
            effects.Add(thread.Open(QuestionCards.Followed(question, asker.Id, turn.LanguageOf(asker))));
        }

        return effects;
    }
}
