using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Finding;

/// <summary>What the community knows, to be put into a message; without words, the newest notes.</summary>
internal static class SearchWhileWriting
{
    private const int Most = 8;
    private const int Excerpt = 160;

    public static async Task<IReadOnlyList<SearchFound>> FindAsync(Turn turn, string words, CancellationToken cancel)
    {
        var found = string.IsNullOrWhiteSpace(words)
            ? await NewestAsync(turn, cancel)
            : [.. (await Knowledge.SearchAsync(turn, words, cancel)).Take(Most)];
        var people = await turn.Db.PeopleAsync(found.Select(f => f.AuthorId), cancel);
        return [.. found.Select(one => new SearchFound(
            TitleOf(one), Shortening.To(BodyOf(one).ReplaceLineEndings(" "), Excerpt), CardOf(turn, one, people)))];
    }

    private static async Task<IReadOnlyList<Found>> NewestAsync(Turn turn, CancellationToken cancel)
    {
        var notes = await turn.Db.Notes.AsNoTracking()
            .Where(n => n.CommunityId == turn.Community.Id
                && (n.State == NoteState.Published || n.State == NoteState.DueForReview))
            .OrderByDescending(n => n.PublishedAt).Take(Most).ToListAsync(cancel);
        return [.. notes.Select(note => new Found(note, null, null, 0, 0))];
    }

    private static string TitleOf(Found found) => found.Note is { } note
        ? $"{note.Handle} · {note.Title}"
        : $"{found.Question!.Handle} · {found.Question.Text.ReplaceLineEndings(" ")}";

    private static string BodyOf(Found found) => found.Note?.Body ?? found.Answer!.Text;

    /// <summary>Read by everybody in the conversation it is put into: in the language of the one who puts it.</summary>
    private static Card CardOf(Turn turn, Found found, IReadOnlyDictionary<Guid, Member> people) =>
        new(FoundCards.SummaryOf(found), FoundCards.BlocksOf(found, people, turn.Language));
}
