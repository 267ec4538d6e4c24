using System.Globalization;
using System.Text.Json.Nodes;

namespace CopBot.Testing.Fakes.Teams;

/// <summary>Activities in the shape in which the channel sends them.</summary>
public static class TeamsEnvelopes
{
    public static JsonObject Message(
        FakeTeams teams, FakeTeamsUser user, string conversation, string id, string text, bool mention,
        DateTimeOffset? at = null)
    {
        var activity = Activity(teams, user, "message", conversation, id, at);
        activity["text"] = mention ? $"<at>CopBot</at> {text}\n" : text;
        activity["textFormat"] = "plain";
        if (mention)
        {
            activity["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>CopBot</at>",
                ["mentioned"] = new JsonObject { ["id"] = FakeTeams.BotAccount, ["name"] = "CopBot" },
            });
        }

        return activity;
    }

    public static JsonObject Invoke(
        FakeTeams teams, FakeTeamsUser user, string conversation, string replyTo, string name, JsonObject value)
    {
        var activity = Activity(teams, user, "invoke", conversation, $"f:{Guid.NewGuid():N}", at: null);
        activity["name"] = name;
        activity["replyToId"] = replyTo;
        activity["value"] = value;
        return activity;
    }

    public static JsonObject Activity(
        FakeTeams teams, FakeTeamsUser user, string type, string conversation, string id, DateTimeOffset? at)
    {
        var isChannel = conversation.StartsWith("19:", StringComparison.Ordinal);
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = FakeTeams.Tenant } };
        if (isChannel) channelData["channel"] = new JsonObject { ["id"] = conversation.Split(';')[0] };
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = (at ?? TimeProvider.System.GetUtcNow()).UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["serviceUrl"] = teams.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = user.Id, ["name"] = user.Name, ["aadObjectId"] = Guid.NewGuid().ToString() },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversation,
                ["conversationType"] = isChannel ? "channel" : "personal",
                ["tenantId"] = FakeTeams.Tenant,
            },
            ["recipient"] = new JsonObject { ["id"] = FakeTeams.BotAccount, ["name"] = "CopBot" },
            ["channelData"] = channelData,
        };
    }
}
