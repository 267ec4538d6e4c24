using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Membership;

/// <summary>What a person kept for others goes with the person: texts and revisions; the numbers stay.</summary>
internal static class ErasedNotes
{
    public static async Task EraseAsync(CopBotDbContext db, Guid memberId, CancellationToken cancel)
    {
        foreach (var note in await db.WholeNotes().Where(n => n.AuthorId == memberId).ToListAsync(cancel))
        {
            note.AuthorId = null;
            note.Naming = NoteNaming.Unnamed;
            note.State = NoteState.Retired;
            note.ReviewBy = null;
            note.Title = "";
            note.Situation = note.TurningPoint = note.Doing = null;
            note.NewcomerMistake = note.Limits = note.ValidFor = null;
            foreach (var revision in note.Revisions) revision.Text = "";
        }

        foreach (var own in await db.Revisions.Where(r => r.ById == memberId).ToListAsync(cancel)) own.ById = null;
    }
}
