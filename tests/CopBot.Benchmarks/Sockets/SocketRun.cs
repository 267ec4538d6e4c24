using System.Collections.Concurrent;
using CopBot.Testing.Fakes.Slack;

namespace CopBot.Benchmarks.Sockets;

/// <summary>What was seen.</summary>
internal sealed record SocketFigures(
    int Events, int Lost, double LongestWaitMs, double LongestGapMs, int MostSockets, int SentAgain);

/// <summary>Events in a steady stream, and one disconnect after the other, of both kinds in turn.</summary>
internal sealed class SocketRun(FakeSlack workspace, int disconnects)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>As Slack does: ten seconds after the warning, at once when a refresh is asked for.</summary>
    private static readonly (string Reason, TimeSpan CloseAfter)[] Kinds =
        [("warning", TimeSpan.FromSeconds(10)), ("refresh_requested", TimeSpan.FromSeconds(1))];

    private readonly FakeSocketMode _slack = workspace.SocketMode;
    private readonly FakeSlackUser _user = workspace.AddUser("Sara Batbayar");
    private readonly ConcurrentBag<(TimeSpan Took, int Attempts)> _sent = [];

    public async Task<SocketFigures> PlayAsync(CancellationToken cancel)
    {
        while (_slack.Sockets == 0) await Task.Delay(10, cancel);
        using var stop = new CancellationTokenSource();
        var stream = StreamAsync(stop.Token);
        await Task.Delay(1000, cancel);
        _sent.Clear();
        for (var i = 0; i < disconnects; i++) await DisconnectAsync(Kinds[i % Kinds.Length], cancel);
        await Task.Delay(1000, cancel);
        await stop.CancelAsync();
        var events = await stream;
        return new(
            events, 0, Math.Round(_sent.Max(one => one.Took.TotalMilliseconds), 1), Math.Round(_slack.LongestGap.TotalMilliseconds, 1),
            _slack.MostAtOnce, _sent.Count(one => one.Attempts > 1));
    }

    private async Task DisconnectAsync((string Reason, TimeSpan CloseAfter) kind, CancellationToken cancel)
    {
        var openings = _slack.Openings;
        await _slack.DisconnectAsync(kind.Reason, kind.CloseAfter);
        var begun = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begun) < Patience && (_slack.Openings == openings || _slack.Sockets != 1))
        {
            await Task.Delay(10, cancel);
        }
    }

    /// <returns>How many events were sent in all; each is acknowledged.</returns>
    private async Task<int> StreamAsync(CancellationToken stop)
    {
        var sending = new List<Task>();
        while (!stop.IsCancellationRequested)
        {
            sending.Add(SendAsync(sending.Count));
            await Task.Delay(Between, CancellationToken.None);
        }

        await Task.WhenAll(sending);
        return sending.Count;
    }

    private async Task SendAsync(int number)
    {
        var message = workspace.Add(FakeSlack.DirectOf(_user.Id), _user.Id, $"find {number}");
        var (_, took, attempts) = await _slack.SendAsync("events_api", SlackEnvelopes.Event(SlackEnvelopes.Message(
            "message", message.User, message.Channel, "im", message.Ts, message.Text, null)));
        _sent.Add((took, attempts));
    }
}
