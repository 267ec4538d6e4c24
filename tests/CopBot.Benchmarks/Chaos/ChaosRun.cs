using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;

namespace CopBot.Benchmarks.Chaos;

/// <summary>Load and kills side by side; then peace, races, and the reckoning.</summary>
internal sealed class ChaosRun
{
    private const int Talkers = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Cluster _cluster;
    private readonly ChaosPlan _plan;
    private readonly Random _random;
    private readonly Deliveries _deliveries;
    private readonly Shown _shown;
    private readonly List<Talker> _talkers;
    private int _kills;
    private int _crashes;

    public ChaosRun(Cluster cluster, ChaosPlan plan)
    {
        (_cluster, _plan, _random) = (cluster, plan, new Random(plan.Seed));
        _deliveries = new Deliveries(cluster, plan.Seed);
        _shown = new Shown(cluster.Slack, cluster.Teams);
        _talkers = [.. Enumerable.Range(1, Talkers).Select(number => new Talker(number, cluster, _deliveries, _shown))];
    }

    public async Task<ChaosFigures> RunAsync(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await BindAsync(cancel);
        using var reading = new CancellationTokenSource();
        var reader = ReadAsync(reading.Token);
        var talking = Task.WhenAll(_talkers.Select(talker => talker.TalkAsync(GoesOn, cancel)));
        await KillAsync(cancel);
        await talking;
        var expected = _talkers.SelectMany(talker => talker.Said).ToList();
        await SettleAsync(() => expected.Count(said => !Ledger.IsShown(said, _shown)), cancel);
        var races = _cluster.Server is null ? null : new Races(_cluster, _talkers, _shown);
        if (races is not null) await races.RunAsync(_plan.Races, cancel);
        await Task.Delay(3000, cancel);
        await reading.CancelAsync();
        await reader;
        _shown.Read();
        var ledger = await Ledger.ReadAsync(await _cluster.CloseAsync(), cancel);
        return ledger.Compare(expected, _shown) with
        {
            Acknowledged = _deliveries.Acknowledged,
            Kills = _kills,
            Crashes = _crashes,
            Races = races?.Count ?? 0,
            RaceInconsistent = races is null ? 0 : ledger.Contradictions(races),
            Seconds = Math.Round(watch.Elapsed.TotalSeconds, 1),
        };
    }

    private bool GoesOn() => _deliveries.Acknowledged < _plan.Events || _kills < _plan.Kills;

    private async Task ReadAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            _shown.Read();
            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>Kills at random moments, spread over the whole load.</summary>
    private async Task KillAsync(CancellationToken cancel)
    {
        while (GoesOn())
        {
            await Task.Delay(_random.Next(100, 2000), cancel);
            var due = Math.Max(1, _plan.Events / _plan.Kills) * (long)_kills;
            if (_deliveries.Acknowledged < due) continue;
            await _cluster.KillAsync(_random.Next(_cluster.Size), cancel);
            if (++_kills % 10 == 0) Console.WriteLine($"{_kills} kills, {_crashes} crashes, {_deliveries.Acknowledged} acknowledged");
            if (_cluster.Server is null || _crashes >= _plan.Crashes || _kills < _plan.Kills * (_crashes + 1) / (_plan.Crashes + 1)) continue;
            await _cluster.Server.CrashAsync();
            _crashes++;
        }
    }

    /// <summary>Every channel belongs to the community, and one of each platform is a home place.</summary>
    private async Task BindAsync(CancellationToken cancel)
    {
        var inSlack = _cluster.Slack.AddUser("Coordinator", Cluster.Coordinator);
        var inTeams = _cluster.Teams.AddUser("Coordinator", Cluster.Coordinator);
        foreach (var (channel, i) in _talkers.Select(talker => talker.Channel).Prepend("C0HOME").Select((channel, i) => (channel, i)))
        {
            var (ts, text) = (string.Create(CultureInfo.InvariantCulture, $"1500000000.{i:D6}"), $"<@{FakeSlack.BotUser}> bind");
            _cluster.Slack.Add(channel, inSlack.Id, text, ts: ts);
            await _deliveries.SlackEventAsync(SlackEnvelopes.Event(
                SlackEnvelopes.Message("app_mention", inSlack.Id, channel, "channel", ts, text, null)), cancel);
            while (_cluster.Slack.Read(channel, inSlack.Id).All(message => message.User != FakeSlack.BotUser)) await Task.Delay(20, cancel);
        }

        var said = _cluster.Teams.Add(FakeTeams.Channel, new JsonObject { ["text"] = "bind" }, fromBot: false);
        await _deliveries.TeamsAsync(
            TeamsEnvelopes.Message(_cluster.Teams, inTeams, said.Conversation, said.Id, "bind", true), cancel);
        while (_cluster.Teams.Read(FakeTeams.DirectOf(inTeams.Id)).Count == 0) await Task.Delay(20, cancel);
    }

    /// <summary>Waits until everything shows, or nothing changes any more.</summary>
    private static async Task SettleAsync(Func<int> missing, CancellationToken cancel)
    {
        var (least, since) = (int.MaxValue, Stopwatch.StartNew());
        while (since.Elapsed < Patience)
        {
            var now = missing();
            if (now == 0) return;
            if (now < least) (least, since) = (now, Stopwatch.StartNew());
            await Task.Delay(500, cancel);
        }
    }
}
