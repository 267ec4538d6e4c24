using CopBot.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CopBot.Storage;

/// <summary>
/// Sees in what is about to be saved whether it changes what the community knows, whoever changed it.
/// </summary>
internal static class KnowledgeWatch
{
    public static IReadOnlyList<KnowledgeChange> Of(ChangeTracker tracker)
    {
        var questions = new Dictionary<Guid, Guid>();
        var notes = new Dictionary<Guid, Guid>();
        var members = new HashSet<Guid>();
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            switch (entry.Entity)
            {
                case Expertise expertise:
                    members.Add(expertise.MemberId);
                    if (entry.State != EntityState.Added)
                    {
                        members.Add((Guid)entry.Property(nameof(Expertise.MemberId)).OriginalValue!);
                    }

                    break;
                case Contribution answer when HelpsOrHelped(entry) || AnswersOrAnswered(entry):
                    questions[answer.QuestionId] = answer.CommunityId;
                    break;
                case Question question when entry.State != EntityState.Added && ShowsOtherwise(entry):
                    questions[question.Id] = question.CommunityId;
                    break;
                case PracticeNote note when IsOrWasPublished(entry, note):
                    notes[note.Id] = note.CommunityId;
                    if (note.QuestionId is { } keptFrom) questions[keptFrom] = note.CommunityId;
                    break;
            }
        }

        return
        [
            .. questions.Select(pair => new KnowledgeChange { CommunityId = pair.Value, QuestionId = pair.Key }),
            .. notes.Select(pair => new KnowledgeChange { CommunityId = pair.Value, NoteId = pair.Key }),
            .. members.Count == 0 ? [] : OfMembers(tracker, members),
        ];
    }

    /// <summary>Whoever changes what somebody knows has read who it is.</summary>
    private static IEnumerable<KnowledgeChange> OfMembers(ChangeTracker tracker, HashSet<Guid> members) =>
        tracker.Entries<Member>().Where(entry => members.Contains(entry.Entity.Id))
            .Select(entry => new KnowledgeChange { CommunityId = entry.Entity.CommunityId,
                MemberId = entry.Entity.Id });

    private static bool AnswersOrAnswered(EntityEntry entry)
    {
        var kind = entry.Property(nameof(Contribution.Kind));
        return kind.CurrentValue is ContributionKind.Answer
            || (entry.State != EntityState.Added && kind.OriginalValue is ContributionKind.Answer);
    }

    private static bool HelpsOrHelped(EntityEntry entry)
    {
        var helped = entry.Property(nameof(Contribution.HelpedAt));
        return helped.CurrentValue is not null
            || (entry.State != EntityState.Added && helped.OriginalValue is not null);
    }

    private static bool ShowsOtherwise(EntityEntry entry) => entry.State == EntityState.Deleted
        || entry.Property(nameof(Question.Text)).IsModified
        || entry.Property(nameof(Question.State)).IsModified
        || entry.Property(nameof(Question.ChannelsAllowed)).IsModified;

    private static bool IsOrWasPublished(EntityEntry entry, PracticeNote note) => note.IsPublished
        || (entry.State != EntityState.Added
            && entry.Property(nameof(PracticeNote.State)).OriginalValue is NoteState.Published
                or NoteState.DueForReview);
}
