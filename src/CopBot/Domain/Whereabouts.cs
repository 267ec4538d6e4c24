using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>Says in words where a question shows, so that whoever answers knows who will read it.</summary>
internal static class Whereabouts
{
    private static readonly Phrase DirectChat = new("a direct chat", "une conversation directe");

    private static readonly Phrase AChannel = new("a channel", "un canal");

    public static async Task<string> OfAsync(Turn turn, Question question, CancellationToken cancel)
    {
        var ids = question.Threads.Where(t => t.Kind != ThreadKind.Asked && t.PlaceId is not null)
            .Select(t => t.PlaceId!).ToList();
        var places = await turn.Db.Places.Where(p => ids.Contains(p.PlaceId)).ToListAsync(cancel);
        var names = question.Threads.Where(t => t.Kind != ThreadKind.Asked)
            .Select(t => places.Find(p => p.Connection == t.Connection && p.PlaceId == t.PlaceId))
            .Select(p => p is null || p.Kind == Chat.PlaceKind.Direct
                ? DirectChat.In(turn.PlaceLanguage)
                : $"{TitleOf(p, turn.PlaceLanguage)} ({p.Connection})")
            .Distinct();
        return string.Join(", ", names);
    }

    private static string TitleOf(Place place, Language language) =>
        string.IsNullOrEmpty(place.Title) ? AChannel.In(language) : place.Title;
}
