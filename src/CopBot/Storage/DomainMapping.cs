using CopBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage;

/// <summary>How the community's own records lie in tables.</summary>
internal static class DomainMapping
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var root in model.Model.GetEntityTypes().Where(type => type.ClrType.IsSubclassOf(typeof(Root))))
        {
            model.Entity(root.ClrType).Property(nameof(Root.Version)).IsConcurrencyToken();
        }

        model.Entity<Community>().HasIndex(community => community.Name).IsUnique();
        model.Entity<Connection>().HasKey(connection => connection.Name);
        model.Entity<Place>().HasIndex(place => new { place.Connection, place.PlaceId }).IsUnique();
        model.Entity<Place>().HasIndex(place => place.Language);
        People(model);
        Questions(model);
        Knowledge(model);
        model.Entity<Draft>().HasOne<Member>().WithMany().HasForeignKey(draft => draft.MemberId);
        model.Entity<OneTimeCode>().HasIndex(code => code.Hash).IsUnique();
        model.Entity<PageSession>().HasIndex(session => session.Hash).IsUnique();
        model.Entity<PageSession>().HasOne<Member>().WithMany().HasForeignKey(session => session.MemberId)
            .OnDelete(DeleteBehavior.Cascade);
        Log(model);
    }

    private static void People(ModelBuilder model)
    {
        model.Entity<Member>(member =>
        {
            member.Property(m => m.DigestBy).HasConversion<int>();
            member.HasIndex(m => new { m.CommunityId, m.DigestBy });
            member.HasIndex(m => new { m.CommunityId, m.JoinedAt });
            member.HasOne<Community>().WithMany().HasForeignKey(m => m.CommunityId);
            member.HasMany(m => m.Identities).WithOne().HasForeignKey(identity => identity.MemberId);
            member.HasMany(m => m.Roles).WithOne().HasForeignKey(role => role.MemberId);
            member.HasMany(m => m.Consents).WithOne().HasForeignKey(consent => consent.MemberId);
            member.HasMany(m => m.Expertise).WithOne().HasForeignKey(expertise => expertise.MemberId);
        });
        model.Entity<Identity>(identity =>
        {
            identity.HasIndex(i => new { i.Connection, i.AccountId }).IsUnique();
            identity.HasIndex(i => i.Email);
        });
    }

    private static void Questions(ModelBuilder model)
    {
        model.Entity<Question>(question =>
        {
            question.HasIndex(q => new { q.CommunityId, q.Number }).IsUnique();
            question.HasIndex(q => new { q.SourceConnection, q.SourcePlace, q.SourceMessage }).IsUnique();
            question.HasIndex(q => q.AskerId);
            question.HasIndex(q => new { q.CommunityId, q.AskedAt });

            // Open ones are few, and looked for with every new question.
            question.HasIndex(q => new { q.CommunityId, q.State, q.Number });
            question.HasMany(q => q.Threads).WithOne().HasForeignKey(thread => thread.QuestionId);
            question.HasMany(q => q.Assignments).WithOne().HasForeignKey(assignment => assignment.QuestionId);
            question.HasMany(q => q.Contributions).WithOne().HasForeignKey(c => c.QuestionId);
        });
        model.Entity<QuestionThread>(thread =>
        {
            thread.HasIndex(t => new { t.Connection, t.PlaceId, t.ThreadId });
            thread.HasIndex(t => t.MemberId);
        });
        model.Entity<Assignment>().HasIndex(a => new { a.QuestionId, a.MemberId }).IsUnique();
        model.Entity<Assignment>().HasIndex(a => new { a.MemberId, a.State });
        model.Entity<Assignment>().HasIndex(a => new { a.State, a.AskedAt });
        model.Entity<Contribution>(contribution =>
        {
            contribution.HasIndex(c => new { c.SourceConnection, c.SourcePlace, c.SourceMessage }).IsUnique();
            contribution.HasIndex(c => c.AuthorId);
            contribution.HasIndex(c => new { c.CommunityId, c.SaidAt });

            // Few answers are said to have helped.
            contribution.HasIndex(c => new { c.CommunityId, c.HelpedAt }).HasFilter("\"HelpedAt\" IS NOT NULL");
        });
    }

    private static void Knowledge(ModelBuilder model)
    {
        model.Entity<PracticeNote>(note =>
        {
            note.HasIndex(n => new { n.CommunityId, n.Number }).IsUnique();
            note.HasIndex(n => n.AnswerId).IsUnique();
            note.HasIndex(n => n.AuthorId);
            note.HasMany(n => n.Revisions).WithOne().HasForeignKey(revision => revision.NoteId);
            note.Ignore(n => n.Body);
        });
        model.Entity<KnowledgeChange>().HasIndex(change => new { change.CommunityId, change.Id });
        model.Entity<GlossaryForm>().HasIndex(form => form.CommunityId);
        model.Entity<WritingRequest>().HasOne<Member>().WithMany().HasForeignKey(request => request.MemberId);
        model.Entity<TextVector>().HasKey(vector => new { vector.CommunityId, vector.Item, vector.Part });
        model.Entity<MeaningProgress>().HasKey(progress => progress.CommunityId);
        model.Entity<TokenUse>().HasKey(use => new { use.CommunityId, use.Day });
        model.Entity<FollowUp>().HasIndex(followUp => followUp.AnswerId).IsUnique();
        model.Entity<Story>().HasIndex(story => story.AnswerId);
        model.Entity<Story>().HasIndex(story => story.MemberId);
        model.Entity<Story>().HasIndex(story => story.ConfirmerId);
        model.Entity<Digest>().HasIndex(digest => new { digest.CommunityId, digest.To });
        model.Entity<Digest>().Ignore(digest => digest.Without);
        model.Entity<Suggestion>().HasIndex(suggestion => suggestion.QuestionId);
    }

    private static void Log(ModelBuilder model)
    {
        model.Entity<Pseudonym>().HasKey(pseudonym => pseudonym.Value);
        model.Entity<Pseudonym>().HasIndex(pseudonym => pseudonym.MemberId);
        model.Entity<ParticipationEvent>(log =>
        {
            log.ToTable("Log");
            log.HasKey(e => e.Row);
            log.HasIndex(e => e.Id).IsUnique();
            log.HasIndex(e => new { e.CommunityId, e.Sequence }).IsUnique();
            log.HasIndex(e => new { e.Sequence, e.CommunityId, e.Row }).HasFilter("\"Sequence\" IS NULL");
            log.HasIndex(e => e.Actor);
        });
    }
}
