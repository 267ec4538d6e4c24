using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CopBot.Storage;

/// <summary>Everything CopBot keeps. Engine-free: the engine projects bring provider, claims and migrations.</summary>
internal sealed class CopBotDbContext(DbContextOptions<CopBotDbContext> options) : DbContext(options)
{
    private bool _settled;

    public DbSet<Community> Communities => Set<Community>();

    public DbSet<Connection> Connections => Set<Connection>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Identity> Identities => Set<Identity>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<Expertise> Expertise => Set<Expertise>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<Question> Questions => Set<Question>();

    public DbSet<QuestionThread> Threads => Set<QuestionThread>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<Contribution> Contributions => Set<Contribution>();

    public DbSet<PracticeNote> Notes => Set<PracticeNote>();

    public DbSet<NoteRevision> Revisions => Set<NoteRevision>();

    public DbSet<KnowledgeChange> KnowledgeChanges => Set<KnowledgeChange>();

    public DbSet<GlossaryForm> GlossaryForms => Set<GlossaryForm>();

    public DbSet<WritingRequest> WritingRequests => Set<WritingRequest>();

    public DbSet<TextVector> TextVectors => Set<TextVector>();

    public DbSet<MeaningProgress> MeaningProgress => Set<MeaningProgress>();

    public DbSet<TokenUse> TokenUses => Set<TokenUse>();

    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    public DbSet<Digest> Digests => Set<Digest>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<Story> Stories => Set<Story>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<OneTimeCode> Codes => Set<OneTimeCode>();

    public DbSet<PageSession> PageSessions => Set<PageSession>();

    public DbSet<Pseudonym> Pseudonyms => Set<Pseudonym>();

    public DbSet<ParticipationEvent> Log => Set<ParticipationEvent>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<PlatformFact> Facts => Set<PlatformFact>();

    public DbSet<TimerRow> Timers => Set<TimerRow>();

    /// <summary>What was read or added and is not to be deleted, as far as <see cref="Tracked{T}"/> knows.</summary>
    public IEnumerable<T> Known<T>()
        where T : class => Tracked<T>()
            .Where(entry => entry.State != EntityState.Deleted).Select(entry => entry.Entity);

    /// <summary>
    /// What was read, added or deleted. Unlike <see cref="DbSet{T}.Local"/> this does not look through everything for
    /// changes first, which costs more than a query; so it does not know what was only put into another's collection,
    /// or taken out of it.
    /// </summary>
    public IReadOnlyList<EntityEntry<T>> Tracked<T>()
        where T : class
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. ChangeTracker.Entries<T>()];
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>Finds out what was changed, so that saving has nothing left to do but write.</summary>
    public void Settle()
    {
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        RaiseVersions();
        _settled = true;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (!_settled) RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!_settled) RaiseVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        DomainMapping.Apply(modelBuilder);
        PipelineMapping.Apply(modelBuilder);
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries<Root>())
        {
            if (entry.State == EntityState.Modified || (entry.State == EntityState.Unchanged && entry.Entity.Touched))
            {
                entry.Entity.RaiseVersion();
                entry.Property(root => root.Version).IsModified = true;
            }
        }

        KnowledgeChanges.AddRange(KnowledgeWatch.Of(ChangeTracker));
    }
}
