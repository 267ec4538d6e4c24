using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Keeping;

/// <summary>Notes that are new, and notes that are due for review.</summary>
internal static class NotesInDigest
{
    private const int Most = 8;

    private static readonly Phrase Title = new("Practice notes", "Notes de pratique");
    private static readonly Phrase New = new("New: {0} · {1}", "Nouvelle : {0} · {1}");
    private static readonly Phrase Due = new("Due for review: {0} · {1}", "À revoir : {0} · {1}");

    public static DigestSection Section { get; } = new(30, WriteAsync);

    private static async Task<DigestPart?> WriteAsync(
        Turn turn, Period period, Language language, CancellationToken cancel)
    {
        var notes = await turn.Db.Notes.AsNoTracking()
            .Where(n => n.CommunityId == turn.Community.Id
                && (n.State == NoteState.DueForReview || (n.State == NoteState.Published
                    && n.PublishedAt >= period.From && n.PublishedAt < period.To)))
            .OrderByDescending(n => n.Number).Take(Most).ToListAsync(cancel);
        return notes.Count == 0 ? null : new DigestPart(Title.In(language), [.. notes.Select(n => new DigestItem(
            n.Handle, (n.State == NoteState.DueForReview ? Due : New).In(language, n.Handle, n.Title)))]);
    }
}
