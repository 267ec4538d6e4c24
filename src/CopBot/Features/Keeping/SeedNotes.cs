using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Keeping;

/// <summary>A note as a file has it.</summary>
/// <param name="Where">Where in the file it begins, for people: <c>line 12</c>.</param>
/// <param name="Parts">Its parts by their ids; a title at least.</param>
internal sealed record SeededNote(string Where, IReadOnlyDictionary<string, string> Parts)
{
    public string Title => Parts.GetValueOrDefault("title", "").Trim();
}

/// <summary>
/// Notes for a community that has none yet: an empty one answers nothing. What is there already under the same title
/// is left alone, so that a file may be read again.
/// </summary>
internal static partial class SeedNotes
{
    private const int LongestPart = 3000;

    /// <summary>What is wrong with the notes of a file; nothing of it is taken then.</summary>
    public static IReadOnlyList<string> FaultsOf(IReadOnlyList<SeededNote> notes)
    {
        var faults = new List<string>();
        foreach (var note in notes)
        {
            if (note.Title.Length == 0) faults.Add($"{note.Where}: the note has no title.");
            if (note.Parts.Where(part => part.Key != "title").All(part => string.IsNullOrWhiteSpace(part.Value)))
            {
                faults.Add($"{note.Where}: “{note.Title}” says nothing but its title.");
            }

            faults.AddRange(note.Parts.Where(part => part.Value.Length > LongestPart).Select(part =>
                $"{note.Where}: {part.Key} has {part.Value.Length} characters; at most {LongestPart} are kept."));
            if (note.Title.Length > PracticeNote.LongestTitle)
            {
                faults.Add($"{note.Where}: the title has {note.Title.Length} characters; at most {PracticeNote.LongestTitle}.");
            }
        }

        var titles = notes.GroupBy(note => note.Title, StringComparer.OrdinalIgnoreCase);
        foreach (var twice in titles.Where(group => group.Count() > 1))
        {
            faults.Add($"{twice.Last().Where}: “{twice.Key}” is the title of {twice.First().Where} already.");
        }

        faults.AddRange(
            from note in notes
            where note.Parts.TryGetValue("language", out var tag) && !Language().IsMatch(tag.Trim())
            select $"{note.Where}: “{note.Parts["language"]}” is no language; use a tag such as en or fr.");
        return faults;
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Language();

    /// <summary>Adds the notes, published or for the coordinators' review, within the caller's transaction.</summary>
    /// <returns>How many were added, and how many were there already.</returns>
    public static async Task<(int Added, int Known)> AddAsync(
        CopBotDbContext db,
        Community community,
        IReadOnlyList<SeededNote> notes,
        bool publish,
        DateTimeOffset now,
        CancellationToken cancel)
    {
        var titles = (await db.Notes.Where(n => n.CommunityId == community.Id).Select(n => n.Title).ToListAsync(cancel))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var added = 0;
        foreach (var seeded in notes.Where(note => titles.Add(PracticeNote.TitleOf(note.Title))))
        {
            var note = new PracticeNote
            {
                Id = Guid.CreateVersion7(now),
                CommunityId = community.Id,
                Number = ++community.Notes,
                Title = PracticeNote.TitleOf(seeded.Title),
                CreatedAt = now,
                State = publish ? NoteState.Published : NoteState.InReview,
                PublishedAt = publish ? now : null,
                ReviewBy = publish ? now.AddMonths(Review.Months) : null,
            };
            foreach (var (id, words) in seeded.Parts) NoteParts.Set(note, id, words);
            db.Notes.Add(note);
            db.Revisions.Add(new NoteRevision
            {
                Id = Guid.CreateVersion7(now), NoteId = note.Id, Number = 1, At = now, Why = "seeded",
                Text = $"{note.Title}\n{note.Body}",
            });
            if (publish) db.Timers.Add(TimerFor(note));
            var context = LogContext.Of("import", now, now);
            await ParticipationLog.AppendAsync(db, community, new NoteChanged(note, null, "created"), context, cancel);
            if (publish)
            {
                var published = new NoteChanged(note, null, "published");
                await ParticipationLog.AppendAsync(db, community, published, context, cancel);
            }

            added++;
        }

        return (added, notes.Count - added);
    }

    private static TimerRow TimerFor(PracticeNote note) => new()
    {
        Kind = Review.Timer, CommunityId = note.CommunityId, SubjectId = note.Id, DueAt = note.ReviewBy!.Value,
    };
}
