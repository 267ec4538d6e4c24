using CopBot.Domain;
using CopBot.Features.Participation;
using CopBot.Pipeline;
using CopBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace CopBot.Benchmarks.Replay;

/// <summary>What the database says after the host is gone: counts, and whether log and tables agree.</summary>
internal sealed record Books(
    int Questions, int Answers, int FollowUps, int Helped, long Events, bool LogHolds, bool Reconciled, int DeadLetters)
{
    public static async Task<Books> ReadAsync(string file, CancellationToken cancel)
    {
        await using var store = new SqliteStore(file);
        using var wakeUps = new WakeUps();
        using var threads = new WorkerThreads(store);
        using var sealer = new Sealer(store, wakeUps, threads, NullLogger<Sealer>.Instance);
        await sealer.SealAsync(cancel);
        await using var db = await store.OpenAsync(cancel);
        var community = await db.Communities.SingleAsync(c => c.Name == "replay", cancel);
        var verdict = await LogVerification.VerifyAsync(db, community, null, cancel);
        if (verdict.Fault is not null) Console.WriteLine(verdict.Fault);
        var questions = await db.Questions.CountAsync(cancel);
        var answers = await db.Contributions.CountAsync(c => c.Kind == ContributionKind.Answer, cancel);
        var followUps = await db.Contributions.CountAsync(c => c.Kind == ContributionKind.FollowUp, cancel);
        var helped = await db.Contributions.CountAsync(c => c.HelpedAt != null, cancel);
        var dead = await db.Inbox.CountAsync(r => r.State == RowState.Dead, cancel)
            + await db.Outbox.CountAsync(r => r.State == RowState.Dead, cancel);
        var reconciled = await CountAsync("question.asked") == questions
            && await CountAsync("answer.posted") == answers
            && await CountAsync("message.posted") == followUps
            && await CountAsync("answer.accepted") == helped
            && await CountAsync("question.routed") == await db.Assignments.CountAsync(cancel)
            && await CountAsync("member.joined") == await db.Members.CountAsync(m => m.CommunityId == community.Id, cancel);
        return new(questions, answers, followUps, helped, verdict.Count, verdict.Fault is null, reconciled, dead);

        Task<int> CountAsync(string type) =>
            db.Log.CountAsync(e => e.CommunityId == community.Id && e.Type == type, cancel);
    }

    /// <summary>How many requests to a connection were under way, read from the file that a killed host left.</summary>
    public static async Task<int> SendingAsync(string file, string connection, CancellationToken cancel)
    {
        await using var database = new SqliteConnection($"Data Source={file};Pooling=False");
        await database.OpenAsync(cancel);
        await using var command = database.CreateCommand();
        command.CommandText =
            "SELECT COUNT(*) FROM Outbox WHERE State = 'Pending' AND SendingSince IS NOT NULL AND Lane LIKE @lane";
        command.Parameters.AddWithValue("@lane", $"{connection}:%");
        return Convert.ToInt32(
            await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
    }
}
