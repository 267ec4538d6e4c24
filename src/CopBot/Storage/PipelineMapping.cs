using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage;

/// <summary>How the pipeline's rows lie in tables.</summary>
internal static class PipelineMapping
{
    /// <summary>Queues are looked through by what waits in them; what is done is most of the table.</summary>
    private const string IsPending = "\"State\" = 'Pending'";

    public static void Apply(ModelBuilder model)
    {
        model.Entity<InboxRow>(inbox =>
        {
            inbox.ToTable("Inbox");
            inbox.HasIndex(row => row.Key).IsUnique();

            // Whatever becomes of a claim: a row is done once.
            inbox.Property(row => row.State).IsConcurrencyToken();
            inbox.HasIndex(row => new { row.Lane, row.Id }).HasFilter(IsPending);
        });
        model.Entity<OutboxRow>(outbox =>
        {
            outbox.ToTable("Outbox");
            outbox.HasIndex(row => row.EffectId).IsUnique();
            outbox.HasIndex(row => new { row.Lane, row.Id }).HasFilter(IsPending);
            outbox.HasIndex(row => new { row.Lane, row.SendingSince }).HasFilter("\"SendingSince\" IS NOT NULL");
            outbox.HasIndex(row => row.DoubtSince).HasFilter("\"DoubtSince\" IS NOT NULL");
        });
        model.Entity<Receipt>(receipt =>
        {
            receipt.HasKey(r => r.CardKey);
            receipt.HasIndex(r => new { r.Connection, r.PlaceId, r.MessageId });
        });
        model.Entity<PlatformFact>().HasKey(fact => new { fact.Connection, fact.Name });
        model.Entity<TimerRow>(timer =>
        {
            timer.ToTable("Timers");
            timer.HasIndex(row => row.DueAt);
            timer.HasIndex(row => row.SubjectId);
        });
    }
}
