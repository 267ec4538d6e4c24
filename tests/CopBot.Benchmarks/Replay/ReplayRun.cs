using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Hosting;

namespace CopBot.Benchmarks.Replay;

/// <summary>
/// Plays a history: each happening at its time by the domain's clock, as its platform would deliver it.
/// </summary>
internal sealed class ReplayRun : IAsyncDisposable
{
    private const string Channel = "C0REPLAY";
    private const string Coordinator = "coordinator";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly History _history;
    /// <summary>How many times faster than published the limits are.</summary>
    private const int Speed = 30;

    private readonly HashSet<int> _killsAt;
    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-replay-").FullName;
    private readonly FakeSlack _slack;
    private readonly FakeTeams _teams;
    private readonly Cast _cast;
    private readonly Markers _markers;
    private readonly HostProcess _host;
    private readonly bool _keep;
    private int _inFlight;
    private int _helped;
    private int _notes;
    private int _notesFound;
    private int _kills;

    private ReplayRun(History history, int kills, bool keep, FakeSlack slack, FakeTeams teams)
    {
        _keep = keep;
        (_history, _slack, _teams) = (history, slack, teams);
        _killsAt = [.. Enumerable.Range(1, kills).Select(kill => history.Happenings.Count * kill / (kills + 1))];
        _cast = new Cast(slack, teams);
        _markers = new Markers(slack, teams, Channel);
        _host = new HostProcess(_folder, FreePort.Find(), Settings());
        _slack.Bot = new Uri(_host.Address, "slack/main");
        _teams.Bot = new Uri(_host.Address, "api/messages/main");
    }

    public static async Task<ReplayRun> StartAsync(
        History history, int kills, bool keep, CancellationToken cancel)
    {
        // The platforms insist on their published limits, as much faster as the years go by.
        var run = new ReplayRun(history, kills, keep, await FakeSlack.StartAsync(), await FakeTeams.StartAsync());
        (run._slack.Limits, run._teams.Limits) = (new(Speed), new(Speed));
        await run._host.StartAsync(history.Happenings[0].At.AddDays(-1), cancel);
        return run;
    }

    public async Task<ReplayFigures> PlayAsync(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await BindAsync(cancel);
        for (var i = 0; i < _history.Happenings.Count; i++)
        {
            if (_killsAt.Contains(i)) i = await KillDuringAsync(i, cancel);
            if (i >= _history.Happenings.Count) break;
            await _host.SetClockAsync(_history.Happenings[i].At, cancel);
            await PlayAsync(_history.Happenings[i], cancel);
            if (i % 200 == 0) Console.WriteLine($"{i} of {_history.Happenings.Count}, {watch.Elapsed.TotalSeconds:F0} s");
        }

        await UntilAsync(() => Missing().Any() ? null : "", cancel, patience: TimeSpan.FromMinutes(2));
        await UntilIdleAsync(cancel);
        var keeping = new KeepingRun(_slack, _teams, _cast.InSlack(Coordinator));
        var authors = _history.Answers.Select(answer => answer.Person).Distinct()
            .Select(person => (_cast.InTeams(person), _cast.InSlack(person))).ToList();
        (_notesFound, _notes) = await keeping.RunAsync(authors, cancel);
        await _host.KillAsync();
        var books = await Books.ReadAsync(Path.Combine(_folder, "data", "playground.db"), cancel);
        return Figures(books, watch.Elapsed.TotalSeconds);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _slack.DisposeAsync();
        await _teams.DisposeAsync();
        if (_keep) Console.Error.WriteLine(_folder);
        else Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, string> Settings(
        ) => new(_slack.Settings().Concat(_teams.Settings()), StringComparer.Ordinal)
    {
        ["Slack:Connections:main:Pace"] = "true",
        ["Slack:Connections:main:PaceTimes"] = $"{Speed}",
        ["Teams:Connections:main:Pace"] = "true",
        ["Teams:Connections:main:PaceTimes"] = $"{Speed}",
        ["Communities:replay:Title"] = "Replay",
        ["Communities:replay:Mirror"] = "Always",
        ["Communities:replay:InstantAnswers"] = "false",
        ["Communities:replay:Coordinators:0"] = $"{Coordinator}@{Cast.Domain}",
        ["Slack:Connections:main:TrustedEmailDomains:0"] = Cast.Domain,
        ["Teams:Connections:main:TrustedEmailDomains:0"] = Cast.Domain,
    };

    private async Task BindAsync(CancellationToken cancel)
    {
        await SayInSlackAsync(_cast.InSlack(Coordinator), "1000000000.000001", "bind", cancel);
        await UntilAsync(() =>
            _slack.Read(Channel, _cast.InSlack(Coordinator).Id).FirstOrDefault(m => m.OnlyFor is not null), cancel);
        var coordinator = _cast.InTeams(Coordinator);
        var said = _teams.Add(FakeTeams.Channel, new JsonObject { ["text"] = "bind" }, fromBot: false);
        await SendToTeamsAsync(TeamsEnvelopes.Message(_teams, coordinator, said.Conversation, said.Id, "bind", true), cancel);
        await UntilAsync(
            () => _teams.Read(FakeTeams.DirectOf(coordinator.Id)) is [var first, ..] ? first : null, cancel);
    }

    /// <summary>
    /// Sends several happenings without waiting, kills the host in the middle of them, and starts it again.
    /// </summary>
    /// <returns>The index of the next happening.</returns>
    private async Task<int> KillDuringAsync(int index, CancellationToken cancel)
    {
        var burst = _history.Happenings.Skip(index).Take(12).ToList();
        await _host.SetClockAsync(burst[^1].At, cancel);
        var sending = burst.Select(happening => PlayAsync(happening, cancel)).ToList();
        await Task.Delay(40 + (60 * _kills), cancel);
        await _host.KillAsync();
        _kills++;
        _inFlight += await Books.SendingAsync(Path.Combine(_folder, "data", "playground.db"), "teams/main", cancel);
        await _host.StartAsync(burst[^1].At, cancel);
        await Task.WhenAll(sending);
        return index + burst.Count;
    }

    private Task PlayAsync(Happening happening, CancellationToken cancel) => happening switch
    {
        Asked asked => AskAsync(asked, cancel),
        Answered answered => AnswerAsync(answered, cancel),
        Accepted accepted => AcceptAsync(accepted, cancel),
        _ => throw new InvalidOperationException("A happening of a new kind."),
    };

    private Task AskAsync(Asked asked, CancellationToken cancel)
    {
        var micros = long.Parse(asked.Id, CultureInfo.InvariantCulture) % 1_000_000;
        var ts = string.Create(CultureInfo.InvariantCulture, $"{asked.At.ToUnixTimeSeconds()}.{micros:D6}");
        return SayInSlackAsync(_cast.InSlack(asked.Person), ts, $"{asked.Marker} {asked.Text}", cancel);
    }

    private async Task AnswerAsync(Answered answered, CancellationToken cancel)
    {
        var thread = await UntilAsync(() => _markers.ThreadInTeams($"⟦q{answered.QuestionId}⟧"), cancel);
        var text = $"{answered.Marker} {answered.Text}".Trim();
        var said = _teams.Add(thread.Conversation, new JsonObject { ["text"] = text }, fromBot: false);
        var user = _cast.InTeams(answered.Person);
        await SendToTeamsAsync(
            TeamsEnvelopes.Message(_teams, user, said.Conversation, said.Id, text, mention: true, answered.At), cancel);
    }

    private async Task AcceptAsync(Accepted accepted, CancellationToken cancel)
    {
        var message = await UntilAsync(() => _markers.AnswerInSlack($"⟦a{accepted.AnswerId}⟧"), cancel);
        var asker = _cast.InSlack(_history.Questions.First(q => q.Id == accepted.QuestionId).Person);
        var (_, button, block) = SlackWords.Buttons(message.Blocks).First(offered => offered.Action == "helped");
        var press = SlackEnvelopes.Press(message, asker.Id, button, block, accepted.At);
        await RepeatAsync(() => SendToSlackAsync(sender => sender.InteractionAsync(press)), cancel);
        _helped++;
    }

    private async Task SayInSlackAsync(FakeSlackUser user, string ts, string words, CancellationToken cancel)
    {
        var text = $"<@{FakeSlack.BotUser}> {words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}";
        _slack.Add(Channel, user.Id, text, ts: ts);
        foreach (var type in new[] { "message", "app_mention" })
        {
            var said = SlackEnvelopes.Event(
                SlackEnvelopes.Message(type, user.Id, Channel, "channel", ts, text, thread: null), Channel);
            await RepeatAsync(() => SendToSlackAsync(sender => sender.EventAsync(said)), cancel);
        }
    }

    private async Task<HttpResponseMessage> SendToSlackAsync(Func<SlackSender, Task<HttpResponseMessage>> send)
    {
        using var sender = new SlackSender(_slack.Bot!);
        return await send(sender);
    }

    private Task SendToTeamsAsync(JsonObject activity, CancellationToken cancel) => RepeatAsync(
        async () =>
        {
            using var sender = new TeamsSender(_teams);
            return await sender.SendAsync(activity);
        },
        cancel);

    /// <summary>Both platforms deliver again what was not acknowledged.</summary>
    private static async Task RepeatAsync(Func<Task<HttpResponseMessage>> send, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                var answer = await send();
                if (answer.IsSuccessStatusCode) return;
                if ((int)answer.StatusCode < 500) throw new InvalidOperationException($"The bot refused with {answer.StatusCode}.");
            }
            catch (HttpRequestException)
            {
                // The host is down; it comes back.
            }

            await Task.Delay(100, cancel);
        }
    }

    private static async Task<T> UntilAsync<T>(Func<T?> look, CancellationToken cancel, TimeSpan? patience = null)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < (patience ?? Patience))
        {
            if (look() is { } found) return found;
            await Task.Delay(10, cancel);
        }

        return patience is not null ? null! : throw new TimeoutException("What was waited for did not come.");
    }

    private async Task UntilIdleAsync(CancellationToken cancel)
    {
        var seen = -1;
        while (seen != _slack.Calls.Count + _teams.Written.Count)
        {
            seen = _slack.Calls.Count + _teams.Written.Count;
            await Task.Delay(3000, cancel);
        }
    }

    private IEnumerable<string> Missing() =>
        _history.Questions.Where(q => _markers.CountInTeams(q.Marker) == 0).Select(q => q.Marker)
            .Concat(_history.Answers.Where(a => _markers.CountInSlack(a.Marker) == 0).Select(a => a.Marker));

    private ReplayFigures Figures(Books books, double seconds)
    {
        var missing = Missing().ToList();
        foreach (var marker in missing.Take(10)) Console.WriteLine($"missing: {marker}");
        return new ReplayFigures
        {
            Questions = books.Questions,
            Answers = books.Answers,
            SelfAnswers = books.FollowUps,
            Helped = books.Helped,
            Lost = missing.Count + Math.Max(0, _helped - books.Helped),
            Doubled = _history.Answers.Sum(a => Math.Max(0, _markers.CountInSlack(a.Marker) - 1))
                + _markers.EffectsTwiceInSlack(),
            RepeatedPosts = _history.Questions.Sum(q => Math.Max(0, _markers.CountInTeams(q.Marker) - 1)),
            InFlightAtKills = _inFlight,
            Events = books.Events,
            Notes = _notes,
            NotesFound = _notesFound,
            Kills = _kills,
            LogHolds = books.LogHolds,
            Reconciled = books.Reconciled,
            DeadLetters = books.DeadLetters,
            TooManyRequests = _slack.Limits!.Exceeded.Values.Sum() + _teams.Limits!.Exceeded.Values.Sum(),
            Seconds = Math.Round(seconds, 1),
        };
    }
}
