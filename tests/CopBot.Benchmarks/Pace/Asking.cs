using System.Collections.Concurrent;
using System.Globalization;
using CopBot.Benchmarks.Chaos;
using CopBot.Testing.Fakes.Slack;

namespace CopBot.Benchmarks.Pace;

/// <summary>
/// Members who each ask the bot something in their direct chat, and when its card came: one card for each, in order.
/// </summary>
internal sealed class Asking : IDisposable
{
    private readonly Cluster _cluster;
    private readonly IReadOnlyList<SlackSender> _senders;
    private readonly List<FakeSlackUser> _users;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(long Begun, TaskCompletionSource<double> Came)>> _asked =
        new(StringComparer.Ordinal);
    private long _time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() * 1_000_000;
    private int _turn;
    private volatile string _lastCard = "";

    public Asking(Cluster cluster, int members)
    {
        _cluster = cluster;
        _senders = [.. Enumerable.Range(0, cluster.Size).Select(host => new SlackSender(new Uri(cluster.Address(host), "slack/main")))];
        _users = [.. Enumerable.Range(1, members).Select(number => cluster.Slack.AddUser($"Member {number}"))];
    }

    /// <summary>Asks, and waits for the card.</summary>
    /// <returns>Milliseconds until the bot's acknowledgement, and a task that ends with those until its card.</returns>
    public async Task<(double AckMs, Task<double> CardMs)> AskAsync()
    {
        var turn = Interlocked.Increment(ref _turn);
        var user = _users[turn % _users.Count];
        var came = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = TimeProvider.System.GetTimestamp();
        _asked.GetOrAdd(FakeSlack.DirectOf(user.Id), _ => new()).Enqueue((begun, came));
        using var answer = await SayAsync(user, "find indicators of outcomes", turn);
        answer.EnsureSuccessStatusCode();
        return (TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds, came.Task);
    }

    /// <summary>Everybody says something for the first time, which has its own answer.</summary>
    public async Task JoinAsync()
    {
        for (var i = 0; i < _users.Count; i++) (await SayAsync(_users[i], "help", i)).Dispose();
        for (var (before, now) = (-1, 0); before != now || now < _users.Count; before = now)
        {
            await Task.Delay(3000);
            now = _cluster.Slack.All().Count;
        }

        _cluster.Slack.Added = Hear;
    }

    /// <summary>Asks until the bot has read all that its community knows: minutes, of a million questions.</summary>
    public async Task UntilReadAsync(CancellationToken cancel)
    {
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(2), cancel);
            var (_, card) = await AskAsync();
            await card.WaitAsync(TimeSpan.FromSeconds(60), cancel);
        }
        while (_lastCard.Contains("still reading", StringComparison.Ordinal));
    }

    /// <summary>Asks so often in a second, whether or not the cards come.</summary>
    public async Task<(IReadOnlyList<double> AckMs, IReadOnlyList<double> CardMs)> OpenLoopAsync(int perSecond, TimeSpan during)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var asking = new List<Task<(double AckMs, Task<double> CardMs)>>();
        while (TimeProvider.System.GetElapsedTime(begun) is var elapsed && elapsed < during)
        {
            while (asking.Count < elapsed.TotalSeconds * perSecond) asking.Add(Task.Run(AskAsync));
            await Task.Delay(1);
        }

        var asked = await Task.WhenAll(asking);
        return ([.. asked.Select(one => one.AckMs)], await Task.WhenAll(asked.Select(one => one.CardMs.WaitAsync(TimeSpan.FromSeconds(60)))));
    }

    /// <summary>Asks so often in all, so many at a time, each when the one before has its card.</summary>
    /// <returns>Cards in a second.</returns>
    public async Task<double> ClosedLoopAsync(int count, int sideBySide)
    {
        var (left, begun) = (count, TimeProvider.System.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, sideBySide).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var (_, card) = await AskAsync();
                await card.WaitAsync(TimeSpan.FromSeconds(60));
            }
        })));
        return count / TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
    }

    public void Dispose()
    {
        _cluster.Slack.Added = null;
        foreach (var sender in _senders) sender.Dispose();
    }

    private Task<HttpResponseMessage> SayAsync(FakeSlackUser user, string words, int turn)
    {
        var micros = Interlocked.Add(ref _time, 1001);
        var ts = string.Create(CultureInfo.InvariantCulture, $"{micros / 1_000_000}.{micros % 1_000_000:D6}");
        return _senders[turn % _senders.Count].EventAsync(SlackEnvelopes.Event(SlackEnvelopes.Message(
            "message", user.Id, FakeSlack.DirectOf(user.Id), "im", ts, words, null)));
    }

    private void Hear(FakeSlackMessage message)
    {
        var now = TimeProvider.System.GetTimestamp();
        if (message.User == FakeSlack.BotUser) _lastCard = message.Text;
        if (message.User == FakeSlack.BotUser && _asked.TryGetValue(message.Channel, out var queue) && queue.TryDequeue(out var asked))
        {
            asked.Came.TrySetResult(TimeProvider.System.GetElapsedTime(asked.Begun, now).TotalMilliseconds);
        }
    }
}
