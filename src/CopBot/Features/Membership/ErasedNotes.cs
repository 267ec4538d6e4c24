using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Membership;

/// <summary>What a person kept for others goes with the person: texts and revisions; the numbers stay.</summary>
internal static class ErasedNotes
{
    public static async Task EraseAsync(
        CopBotDbContext db, Guid memberId, IReadOnlyList<Question> questions, CancellationToken cancel)
    {
        await EraseTitlesAsync(db, questions.Where(q => q.AskerId == memberId), cancel);
        foreach (var note in await db.WholeNotes().Where(n => n.AuthorId == memberId).ToListAsync(cancel))
        {
            await db.PartAsync(note, cancel);
            note.AuthorId = null;
            note.Naming = NoteNaming.Unnamed;
            note.State = NoteState.Retired;
            note.ReviewBy = null;
            note.Title = "";
            note.Situation = note.TurningPoint = note.Doing = null;
            note.NewcomerMistake = note.Limits = note.ValidFor = note.Topics = null;
            foreach (var revision in note.Revisions) revision.Text = "";
        }

        foreach (var own in await db.Revisions.Where(r => r.ById == memberId).ToListAsync(cancel)) own.ById = null;
    }

    /// <summary>Others' notes that carry the person's question as their title lose it.</summary>
    private static async Task EraseTitlesAsync(
        CopBotDbContext db, IEnumerable<Question> asked, CancellationToken cancel)
    {
        var own = asked.ToDictionary(question => question.Id);
        var ids = own.Keys.ToList();
        var notes = await db.WholeNotes().Where(n => n.QuestionId != null && ids.Contains(n.QuestionId.Value))
            .ToListAsync(cancel);
        foreach (var note in notes)
        {
            var words = PracticeNote.TitleOf(own[note.QuestionId!.Value].Text);
            if (words.Length == 0) continue;
            note.Touch();
            note.Title = note.Title.Replace(words, note.Handle, StringComparison.Ordinal);
            foreach (var revision in note.Revisions)
            {
                revision.Text = revision.Text.Replace(words, note.Handle, StringComparison.Ordinal);
            }
        }
    }
}
