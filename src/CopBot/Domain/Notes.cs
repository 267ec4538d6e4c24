using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>How notes are read and changed: every change leaves a revision.</summary>
internal static class Notes
{
    public static IQueryable<PracticeNote> WholeNotes(this CopBotDbContext db) =>
        db.Notes.Include(note => note.Revisions);

    public static async Task<PracticeNote?> FindNoteAsync(this Turn turn, string id, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(id, "N", out var guid)) return null;
        var community = turn.Community.Id;
        return await FollowAsync(turn, await turn.Db.WholeNotes().FirstOrDefaultAsync(
            n => n.Id == guid && n.CommunityId == community, cancel), cancel);
    }

    /// <summary>The note with a handle such as <c>N12</c>, or the one it was merged into.</summary>
    public static async Task<PracticeNote?> FindNoteAsync(this Turn turn, int number, CancellationToken cancel)
    {
        var community = turn.Community.Id;
        return await FollowAsync(turn, await turn.Db.WholeNotes().FirstOrDefaultAsync(
            n => n.Number == number && n.CommunityId == community, cancel), cancel);
    }

    /// <summary>Whether somebody may change a note: who vouches for it, or a coordinator.</summary>
    public static bool MayChange(this Turn turn, PracticeNote note) =>
        note.AuthorId == turn.Me.Member.Id || turn.Me.Member.Is(RoleKind.Coordinator, turn.Now);

    /// <summary>A note goes: what was merged into it stands for itself again, and waits for the coordinators.</summary>
    public static async Task PartAsync(this CopBotDbContext db, PracticeNote gone, CancellationToken cancel)
    {
        var merges = await db.Notes.Where(n => n.MergedIntoId == gone.Id).ToListAsync(cancel);
        foreach (var merged in merges.Where(note => note.Title.Length > 0)) // others were erased in this very turn
        {
            merged.Touch();
            merged.MergedIntoId = null;
            merged.State = NoteState.InReview;
        }
    }

    public static void Revise(this Turn turn, PracticeNote note, string why)
    {
        note.Touch();
        turn.Db.Revisions.Add(new NoteRevision
        {
            Id = turn.NewId(),
            NoteId = note.Id,
            Number = note.Revisions.Count + 1,
            At = turn.Now,
            ById = turn.Actor?.Member.Id,
            Why = why,
            Text = $"{note.Title}\n{note.Body}",
        });
    }

    /// <summary>Merging never closes a circle: only a note that is not merged takes another's place.</summary>
    private static async Task<PracticeNote?> FollowAsync(Turn turn, PracticeNote? note, CancellationToken cancel)
    {
        while (note?.MergedIntoId is { } other)
        {
            note = await turn.Db.WholeNotes().FirstOrDefaultAsync(n => n.Id == other, cancel);
        }

        return note;
    }
}
