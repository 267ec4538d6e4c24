using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;

namespace CopBot.Benchmarks.Replay;

/// <summary>Looks for markers among what the bot showed. Words are read out of each rendering once.</summary>
internal sealed class Markers(FakeSlack slack, FakeTeams teams, string slackChannel)
{
    private readonly ConditionalWeakTable<JsonNode, string> _words = [];

    /// <summary>The thread that a question has in Teams; the latest, should it have been posted twice.</summary>
    public FakeTeamsActivity? ThreadInTeams(string marker) => teams.Read(FakeTeams.Channel).LastOrDefault(activity =>
        activity.FromBot && Begins(activity) && Words(activity).Contains(marker, StringComparison.Ordinal));

    public int CountInTeams(string marker) => teams.Read(FakeTeams.Channel)
        .Count(activity => activity.FromBot && Words(activity).Contains(marker, StringComparison.Ordinal));

    public int CountInSlack(string marker) => slack.Read(slackChannel)
        .Count(
            message => message.User == FakeSlack.BotUser && Words(message).Contains(marker, StringComparison.Ordinal));

    /// <summary>The message of an answer in Slack once it can be marked as helpful.</summary>
    public FakeSlackMessage? AnswerInSlack(string marker) => slack.Read(slackChannel).FirstOrDefault(message =>
        message.User == FakeSlack.BotUser && Words(message).Contains(marker, StringComparison.Ordinal)
        && SlackWords.Buttons(message.Blocks).Any(button => button.Action == "helped"));

    /// <summary>Effects of any kind that became more than one message, direct messages included.</summary>
    public int EffectsTwiceInSlack() => slack.All()
        .Select(message => message.Metadata?["event_payload"]?["id"]?.GetValue<string>()).OfType<string>()
        .GroupBy(id => id, StringComparer.Ordinal).Sum(effect => effect.Count() - 1);

    private static bool Begins(FakeTeamsActivity activity) =>
        activity.Conversation.EndsWith($";messageid={activity.Id}", StringComparison.Ordinal);

    private string Words(
        FakeTeamsActivity activity) => _words.GetValue(activity.Body, body => TeamsWords.Of(body.AsObject()));

    private string Words(FakeSlackMessage message) =>
        message.Blocks is { } blocks ? _words.GetValue(blocks, SlackWords.Of) : "";
}
