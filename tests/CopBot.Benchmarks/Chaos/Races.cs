using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Benchmarks.Chaos;

/// <summary>
/// A question that came due while it got its first answer, and a second one while the first was marked as helpful.
/// </summary>
internal sealed record Race(string Question, string First, string Second);

/// <summary>Lets three things happen to one question at the same moment, on whichever hosts.</summary>
internal sealed class Races(Cluster cluster, IReadOnlyList<Talker> talkers, Shown shown)
{
    private const int AtOnce = 48;

    public List<Race> Ended { get; } = [];

    public int Count => Ended.Count;

    public async Task RunAsync(int count, CancellationToken cancel)
    {
        var store = cluster.OpenStore();
        await using var life = (IAsyncDisposable)store;
        for (var done = 0; done < count; done += AtOnce)
        {
            var batch = await Task.WhenAll(Enumerable.Range(done, Math.Min(AtOnce, count - done))
                .Select(number => AskAsync(talkers[number % talkers.Count], number, cancel)));

            // At another moment each time: before, within and after the answers.
            await MakeDueAsync(store, TimeSpan.FromMilliseconds(done / AtOnce * 37 % 600), cancel);
            await Task.WhenAll(batch.Select(one => RaceAsync(one.Talker, one.Race, cancel)));
            Ended.AddRange(batch.Select(one => one.Race));
            Console.WriteLine($"{Ended.Count} races");
        }
    }

    /// <summary>Asks, and waits until the question shows where it can be answered.</summary>
    private async Task<(Talker Talker, Race Race)> AskAsync(Talker talker, int number, CancellationToken cancel)
    {
        var (question, _) = await talker.AskAsync($"race{number}", cancel);
        while (shown.InTeams(question).Count == 0) await Task.Delay(20, cancel);
        var name = question[2..^1];
        return (talker, new Race(question, $"⟦a{name}.0⟧", $"⟦a{name}.1⟧"));
    }

    /// <summary>Every escalation is due a moment from now.</summary>
    private static Task MakeDueAsync(IStore store, TimeSpan after, CancellationToken cancel)
    {
        var due = TimeProvider.System.GetUtcNow() + after;
        return store.WriteAsync(
            async (db, token) =>
            {
                await db.Questions.ExecuteUpdateAsync(set => set.SetProperty(q => q.NextStepAt, due), token);
                await db.Timers.Where(timer => timer.Kind == "escalate").ExecuteUpdateAsync(
                    set => set.SetProperty(timer => timer.DueAt, due), token);
            },
            cancel);
    }

    private async Task RaceAsync(Talker talker, Race race, CancellationToken cancel)
    {
        var said = new List<string>();
        await talker.AnswerAsync(race.Question, said, 1, cancel);
        while (shown.MessageOf(race.First) is null) await Task.Delay(10, cancel);
        await Task.WhenAll(talker.AnswerAsync(race.Question, said, 1, cancel), talker.HelpedAsync(race.First, cancel));
        while (shown.InSlack(race.Second).Count == 0) await Task.Delay(20, cancel);
    }
}
