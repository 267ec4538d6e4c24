using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CopBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Sqlite;

/// <summary>
/// How many questions communities have, in memory: one process has the file. What was given is written down with the
/// question that has it. To write it first would be to wait for the writer with a view open, and from time to time the
/// writer waits until no view is: see <see cref="Writing.Checkpoints"/>.
/// </summary>
/// <param name="read">Reads how many a community has.</param>
internal sealed class QuestionCounters(Func<Guid, CancellationToken, Task<int>> read)
{
    private readonly ConcurrentDictionary<Guid, StrongBox<int>> _counters = new();

    /// <summary>One more. Who reads at the same moment as somebody else counts on where the first one is.</summary>
    public async Task<int> NextAsync(Guid community, CancellationToken cancel)
    {
        if (!_counters.TryGetValue(community, out var counter))
        {
            counter = _counters.GetOrAdd(community, new StrongBox<int>(await read(community, cancel)));
        }

        return Interlocked.Increment(ref counter.Value);
    }

    /// <summary>Writes down the numbers of questions, within the transaction that adds them.</summary>
    public static async Task KeepAsync(CopBotDbContext db, IEnumerable<Question> added)
    {
        foreach (var (community, number) in added.Select(question => (question.CommunityId, question.Number)))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE "Communities" SET "Questions" = {number} WHERE "Id" = {community} AND "Questions" < {number}
                """);
        }
    }
}
