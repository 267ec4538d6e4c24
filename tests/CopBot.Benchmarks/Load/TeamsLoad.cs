using System.Text;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Teams;

namespace CopBot.Benchmarks.Load;

/// <summary>Activities of a Teams channel, each with the channel's token.</summary>
/// <param name="teams">The tenant.</param>
/// <param name="people">Who says it.</param>
/// <param name="token">The token.</param>
/// <param name="allConcern">As <see cref="PreparedLoad"/> has it.</param>
internal sealed class TeamsLoad(FakeTeams teams, IReadOnlyList<FakeTeamsUser> people, string token, bool allConcern)
    : PreparedLoad("teams/main", allConcern)
{
    private const string Thread = $"{FakeTeams.Channel};messageid=1600000000000";

    protected override byte[] Make(int id)
    {
        var conversation = Asks(id) || !Concerns(id) ? $"{FakeTeams.Channel};messageid={IdOf(id)}" : Thread;
        var activity = TeamsEnvelopes.Message(teams, people[id % people.Count], conversation, IdOf(id), TextOf(id), Asks(id));
        activity["channelData"]!["team"] = new JsonObject { ["id"] = FakeTeams.Channel, ["name"] = "Results" };
        var body = Encoding.UTF8.GetBytes(activity.ToJsonString());
        var head = Encoding.ASCII.GetBytes(
            "POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json; charset=utf-8\r\n"
            + $"User-Agent: Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)\r\nAuthorization: Bearer {token}\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n");
        return [.. head, .. body];
    }

    protected override string KeyOf(int id) => $"message:{FakeTeams.Channel}:{IdOf(id)}";

    private static string IdOf(int id) => $"{(Start * 1000) + id}";
}
