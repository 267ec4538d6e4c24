using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>
/// Where a question shows, so that whoever answers knows who will read it. Said in the reader's language.
/// </summary>
internal sealed class Whereabouts
{
    private static readonly Phrase DirectChat = new("a direct chat", "une conversation directe");

    private static readonly Phrase AChannel = new("a channel", "un canal");

    private readonly IReadOnlyList<Place?> _places;

    private Whereabouts(IReadOnlyList<Place?> places) => _places = places;

    /// <summary>For cards that do not say it.</summary>
    public static Whereabouts Unsaid { get; } = new([]);

    public static async Task<Whereabouts> OfAsync(Turn turn, Question question, CancellationToken cancel)
    {
        // Mostly it shows where it was asked, and that place is read already.
        var places = turn.Db.Known<Place>().ToList();
        var missing = question.Threads
            .Where(t => t.Kind != ThreadKind.Asked && t.PlaceId is not null
                && !places.Exists(p => p.Connection == t.Connection && p.PlaceId == t.PlaceId))
            .Select(t => t.PlaceId!).ToList();
        if (missing.Count > 0)
        {
            places.AddRange(await turn.Db.Places.Where(p => missing.Contains(p.PlaceId)).ToListAsync(cancel));
        }

        return new(
        [
            .. question.Threads.Where(t => t.Kind != ThreadKind.Asked)
                .Select(t => places.Find(p => p.Connection == t.Connection && p.PlaceId == t.PlaceId)),
        ]);
    }

    public string In(Language language) => string.Join(", ", _places
        .Select(p => p is null || p.Kind == Chat.PlaceKind.Direct
            ? DirectChat.In(language)
            : $"{(string.IsNullOrEmpty(p.Title) ? AChannel.In(language) : p.Title)} ({p.Connection})")
        .Distinct(StringComparer.Ordinal));
}
