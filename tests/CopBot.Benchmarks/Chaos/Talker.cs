using System.Globalization;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;

namespace CopBot.Benchmarks.Chaos;

/// <summary>
/// One person in Slack who asks, and one in Teams who answers. Whoever says several things says each after the one
/// before was acknowledged.
/// </summary>
internal sealed class Talker(int number, Cluster cluster, Deliveries deliveries, Shown shown)
{
    private const int FollowUps = 3;
    private const int Answers = 9;
    private static long _time = 1_600_000_000_000_000;

    private readonly FakeSlackUser _asker = cluster.Slack.AddUser($"Asker {number}");
    private readonly FakeTeamsUser _expert = cluster.Teams.AddUser($"Expert {number}");

    /// <summary>The channel in Slack.</summary>
    public string Channel { get; } = $"C{number:D8}";

    /// <summary>Every question's conversations: markers in the order in which they were said, first the question.</summary>
    public List<(string Question, List<string> InSlack, List<string> InTeams)> Said { get; } = [];

    /// <summary>Asks, follows up, and answers, until told to stop.</summary>
    public async Task TalkAsync(Func<bool> goOn, CancellationToken cancel)
    {
        for (var turn = 0; goOn(); turn++)
        {
            var question = await AskAsync($"{number}.{turn}", cancel);
            var (slack, teams) = (new List<string>(), new List<string>());
            Said.Add((question.Marker, slack, teams));
            await Task.WhenAll(FollowUpAsync(question, slack, cancel), AnswerAsync(question.Marker, teams, Answers, cancel));
        }
    }

    public async Task<(string Marker, string Ts)> AskAsync(string name, CancellationToken cancel)
    {
        var (marker, ts) = ($"⟦q{name}⟧", NextTs());
        await SayInSlackAsync("app_mention", $"<@{FakeSlack.BotUser}> {marker} How do others do it?", ts, null, cancel);
        return (marker, ts);
    }

    /// <summary>Waits until the question shows in Teams, and answers it there.</summary>
    public async Task AnswerAsync(string question, List<string> said, int count, CancellationToken cancel)
    {
        while (shown.InTeams(question).Count == 0) await Task.Delay(20, cancel);
        var thread = shown.InTeams(question)[^1].Conversation;
        for (var i = 0; i < count; i++)
        {
            var marker = $"⟦a{question[2..^1]}.{said.Count}⟧";
            var activity = cluster.Teams.Add(thread, new JsonObject { ["text"] = marker }, fromBot: false);
            await deliveries.TeamsAsync(
                TeamsEnvelopes.Message(cluster.Teams, _expert, thread, activity.Id, $"{marker} Like this.", mention: true), cancel);
            said.Add(marker);
        }
    }

    /// <summary>Says that an answer helped.</summary>
    public Task HelpedAsync(string answer, CancellationToken cancel)
    {
        var message = shown.MessageOf(answer)!;
        var (_, button, block) = SlackWords.Buttons(message.Blocks).First(offered => offered.Action == "helped");
        return deliveries.SlackPressAsync(SlackEnvelopes.Press(message, _asker.Id, button, block), cancel);
    }

    private async Task FollowUpAsync((string Marker, string Ts) question, List<string> said, CancellationToken cancel)
    {
        for (var i = 0; i < FollowUps; i++)
        {
            var marker = $"⟦f{question.Marker[2..^1]}.{i}⟧";
            await SayInSlackAsync("message", $"{marker} One more thing.", NextTs(), question.Ts, cancel);
            said.Add(marker);
        }
    }

    private Task SayInSlackAsync(string type, string text, string ts, string? thread, CancellationToken cancel)
    {
        cluster.Slack.Add(Channel, _asker.Id, text, thread, ts: ts);
        return deliveries.SlackEventAsync(SlackEnvelopes.Event(SlackEnvelopes.Message(
            type, _asker.Id, Channel, "channel", ts, text, thread)), cancel);
    }

    private static string NextTs()
    {
        var micros = Interlocked.Add(ref _time, 1001);
        return string.Create(CultureInfo.InvariantCulture, $"{micros / 1_000_000}.{micros % 1_000_000:D6}");
    }
}
