using System.Text.RegularExpressions;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;

namespace CopBot.Benchmarks.Chaos;

/// <summary>What the bot showed, by the markers in it, in the order in which it came; read as it comes.</summary>
internal sealed partial class Shown(FakeSlack slack, FakeTeams teams)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<(int Place, string Conversation)>> _teams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Place, string Conversation)>> _slack = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FakeSlackMessage> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _effects = new(StringComparer.Ordinal);
    private int _teamsRead;
    private int _slackRead;

    /// <summary>Messages in Slack beyond the first of the same effect.</summary>
    public int EffectsTwiceInSlack => _effects.Values.Sum(count => count - 1);

    public IReadOnlyList<(int Place, string Conversation)> InTeams(string marker)
    {
        lock (_gate) return _teams.GetValueOrDefault(marker) ?? [];
    }

    public IReadOnlyList<(int Place, string Conversation)> InSlack(string marker)
    {
        lock (_gate) return _slack.GetValueOrDefault(marker) ?? [];
    }

    /// <summary>The message in Slack that shows a marker and has a button; null if there is none yet.</summary>
    public FakeSlackMessage? MessageOf(string marker)
    {
        lock (_gate) return _messages.GetValueOrDefault(marker);
    }

    public void Read()
    {
        lock (_gate)
        {
            foreach (var activity in teams.Since(_teamsRead))
            {
                _teamsRead++;
                if (activity.FromBot && activity.Conversation.StartsWith(FakeTeams.Channel, StringComparison.Ordinal)) Note(_teams, TeamsWords.Of(activity.Body), _teamsRead, activity.Conversation);
            }

            foreach (var message in slack.Since(_slackRead))
            {
                _slackRead++;
                if (message.User != FakeSlack.BotUser) continue;
                if (message.Metadata?["event_payload"]?["id"]?.GetValue<string>() is { } effect)
                {
                    _effects[effect] = _effects.GetValueOrDefault(effect) + 1;
                }

                foreach (var marker in Note(_slack, SlackWords.Of(message.Blocks), _slackRead, message.Channel))
                {
                    if (SlackWords.Buttons(message.Blocks).Any(button => button.Action == "helped")) _messages.TryAdd(marker, message);
                }
            }
        }
    }

    private static List<string> Note(
        Dictionary<string, List<(int, string)>> index, string words, int place, string conversation)
    {
        var markers = Marker().Matches(words).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();

        // An answer may show its question beside it; a message that shows several (a status, a digest) carries none.
        if (markers.Count > 1) markers.RemoveAll(marker => marker.StartsWith("⟦q", StringComparison.Ordinal));
        if (markers is not [var only]) return [];
        if (!index.TryGetValue(only, out var places)) index[only] = places = [];
        places.Add((place, conversation));
        return markers;
    }

    [GeneratedRegex("⟦[^⟧]+⟧", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();
}
