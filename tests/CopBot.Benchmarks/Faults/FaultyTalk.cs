using System.Collections.Concurrent;
using System.Globalization;
using CopBot.Benchmarks.Chaos;
using CopBot.Benchmarks.Pace;
using CopBot.Testing.Fakes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;

namespace CopBot.Benchmarks.Faults;

/// <summary>
/// People on both platforms who each ask something in their direct chat, again and again. Those with an even number live
/// where faults happen.
/// </summary>
internal sealed class FaultyTalk : IDisposable
{
    private const int People = 40;
    private readonly Cluster _cluster;
    private readonly Deliveries _deliveries;
    private readonly Random _random;
    private readonly List<(string Chat, string Account, Func<int, CancellationToken, Task> Say)> _people = [];
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(long Begun, bool Counts)>> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<double> _took = [];
    private readonly ConcurrentDictionary<string, int> _before = new(StringComparer.Ordinal);
    private TroubleKind[] _kinds = [];
    private long _time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() * 1_000_000;
    private int _messages;
    private bool _isMeasured;

    public FaultyTalk(Cluster cluster, int seed)
    {
        (_cluster, _deliveries, _random) = (cluster, new Deliveries(cluster, seed), new Random(seed));
        for (var number = 0; number < People; number++)
        {
            if (number % 4 < 2) AddToSlack(number);
            else AddToTeams(number);
            if (number % 2 == 0) _faulty.Add(_people[^1].Chat);
        }

        cluster.Slack.Troubles.Choose = (_, chat) => Trouble(chat);
        cluster.Teams.Troubles.Choose = (_, chat) => Trouble(chat);
        cluster.Slack.Added = message => Hear(message.Channel, message.User == FakeSlack.BotUser);
        cluster.Teams.Added = activity => Hear(activity.Conversation, activity.FromBot);
    }

    /// <summary>What may go wrong from now on, at every second request.</summary>
    public void Fail(TroubleKind[] kinds) => _kinds = kinds;

    /// <summary>Everybody says something for the first time, which has its own answer.</summary>
    public async Task JoinAsync(CancellationToken cancel)
    {
        for (var i = 0; i < _people.Count; i++) await _people[i].Say(i, cancel);
        await Task.Delay(8000, cancel);
        foreach (var (chat, _, _) in _people) _before[chat] = Shown(chat);
    }

    /// <summary>So many questions in a second, everybody in turn.</summary>
    /// <returns>The p99 of those who are spared, in milliseconds until their answer.</returns>
    public async Task<double> SpeakAsync(int perSecond, TimeSpan during, CancellationToken cancel)
    {
        (_isMeasured, var begun) = (true, TimeProvider.System.GetTimestamp());
        _took.Clear();
        var late = _asked.Where(pair => !_faulty.Contains(pair.Key)).Sum(pair => pair.Value.Count);
        if (late > 0) Console.WriteLine($"{late} of the untouched wait still");
        foreach (var queue in _asked.Values) queue.Clear();
        var saying = new List<Task>();
        while (TimeProvider.System.GetElapsedTime(begun) is var elapsed && elapsed < during)
        {
            while (saying.Count < elapsed.TotalSeconds * perSecond)
            {
                var turn = _messages++;
                var (chat, _, say) = _people[turn % People];
                _asked.GetOrAdd(chat, _ => new()).Enqueue((TimeProvider.System.GetTimestamp(), !_faulty.Contains(chat)));
                saying.Add(say(turn, cancel));
            }

            await Task.Delay(5, cancel);
        }

        await Task.WhenAll(saying);
        await Task.Delay(3000, cancel);
        _isMeasured = false;
        return Quantiles.Of([.. _took], 0.99);
    }

    /// <summary>Waits until nothing comes any more.</summary>
    public async Task SettleAsync(TimeSpan patience, CancellationToken cancel)
    {
        var (begun, last) = (TimeProvider.System.GetTimestamp(), (Count: -1, At: TimeProvider.System.GetTimestamp()));
        while (TimeProvider.System.GetElapsedTime(begun) < patience && Count([]) is var (messages, delivered, _, _, _) && delivered < messages)
        {
            if (delivered != last.Count) last = (delivered, TimeProvider.System.GetTimestamp());
            if (TimeProvider.System.GetElapsedTime(last.At) > TimeSpan.FromSeconds(90)) return;
            await Task.Delay(500, cancel);
        }
    }

    /// <summary>
    /// How many questions were asked, how many answers show, how many show beyond what was asked, on Slack and on Teams
    /// (which can't be asked whether a message arrived), and how many neither show nor are among the dead letters.
    /// </summary>
    /// <param name="dead">The conversations of the dead letters.</param>
    public (int Messages, int Delivered, int Doubled, int TeamsRepeats, int Lost) Count(IReadOnlyList<string> dead)
    {
        var (delivered, doubled, repeats, lost) = (0, 0, 0, 0);
        for (var i = 0; i < People; i++)
        {
            var (chat, asked) = (_people[i].Chat, (_messages + People - 1 - i) / People);
            var shown = Shown(chat) - _before[chat];
            delivered += Math.Min(shown, asked);
            if (IsOfSlack(chat)) doubled += Math.Max(0, shown - asked);
            else repeats += Math.Max(0, shown - asked);
            lost += Math.Max(0, asked - shown - dead.Count(lane => lane.EndsWith($":{_people[i].Account}", StringComparison.Ordinal)));
        }

        return (_messages, delivered, doubled, repeats, lost);
    }

    public void Dispose()
    {
        (_cluster.Slack.Added, _cluster.Teams.Added) = (null, null);
        (_cluster.Slack.Troubles.Choose, _cluster.Teams.Troubles.Choose) = (null, null);
    }

    private static bool IsOfSlack(string chat) => chat.StartsWith('D');

    private int Shown(string chat) => IsOfSlack(chat)
        ? _cluster.Slack.Read(chat).Count(message => message.User == FakeSlack.BotUser)
        : _cluster.Teams.Read(chat).Count(activity => activity.FromBot);

    private void AddToSlack(int number)
    {
        var user = _cluster.Slack.AddUser($"Slack {number}");
        var chat = FakeSlack.DirectOf(user.Id);
        _people.Add((chat, user.Id, (_, cancel) =>
        {
            var micros = Interlocked.Add(ref _time, 1001);
            var ts = string.Create(CultureInfo.InvariantCulture, $"{micros / 1_000_000}.{micros % 1_000_000:D6}");
            return _deliveries.SlackEventAsync(
                SlackEnvelopes.Event(SlackEnvelopes.Message("message", user.Id, chat, "im", ts, "find indicators", null)), cancel);
        }));
    }

    private void AddToTeams(int number)
    {
        var user = _cluster.Teams.AddUser($"Teams {number}");
        var chat = FakeTeams.DirectOf(user.Id);
        _people.Add((chat, user.Id, (_, cancel) => _deliveries.TeamsAsync(
            TeamsEnvelopes.Message(_cluster.Teams, user, chat, $"{Interlocked.Add(ref _time, 1001) / 1000}", "find indicators", mention: false), cancel)));
    }

    private TroubleKind? Trouble(string chat)
    {
        if (_kinds.Length == 0 || !_faulty.Contains(chat)) return null;
        lock (_random) return _random.Next(2) == 0 ? _kinds[_random.Next(_kinds.Length)] : null;
    }

    private void Hear(string chat, bool fromBot)
    {
        if (!fromBot || !_asked.TryGetValue(chat, out var queue) || !queue.TryDequeue(out var asked)) return;
        if (_isMeasured && asked.Counts) _took.Add(TimeProvider.System.GetElapsedTime(asked.Begun).TotalMilliseconds);
    }
}
