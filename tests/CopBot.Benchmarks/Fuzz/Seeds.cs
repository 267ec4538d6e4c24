using System.Text;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;

namespace CopBot.Benchmarks.Fuzz;

/// <summary>A sound body, and where it goes.</summary>
internal sealed record Seed(string Path, byte[] Body, string Type)
{
    public bool IsForm => Type.Contains("form", StringComparison.Ordinal);
}

/// <summary>One sound body of every kind, for every address that takes one.</summary>
internal static class Seeds
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    public static IReadOnlyList<Seed> All(FakeTeams teams) => [.. Slack(), .. Teams(teams), .. Playground()];

    private static IEnumerable<Seed> Slack()
    {
        var message = SlackEnvelopes.Message(
            "app_mention", "U00000001", "C1", "channel", "1700000000.000100", $"<@{FakeSlack.BotUser}> How do others do it?", "1700000000.000100");
        message["files"] = new JsonArray(new JsonObject { ["name"] = "a.pdf", ["permalink"] = "https://x.example/a", ["size"] = 7 });
        message["blocks"] = JsonNode.Parse("""[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x"}]}]}]""");
        yield return Event(message);
        yield return Event(SlackEnvelopes.Message("message", "U00000002", "D00000002", "im", "1700000000.000200", "help", null));
        yield return Event(JsonNode.Parse("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"1.3","message":{"type":"message","user":"U1","text":"b","ts":"1700000000.000100","edited":{"user":"U1","ts":"1.2"}},"previous_message":{"user":"U1","text":"a","ts":"1700000000.000100"}}""")!.AsObject());
        yield return Event(JsonNode.Parse("""{"type":"message","subtype":"message_deleted","channel":"C1","ts":"1.4","deleted_ts":"1700000000.000100","previous_message":{"user":"U1","ts":"1700000000.000100"}}""")!.AsObject());
        yield return Event(JsonNode.Parse("""{"type":"member_joined_channel","user":"U1","channel":"C1","channel_type":"C","team":"T1","event_ts":"1.5"}""")!.AsObject());
        yield return Event(JsonNode.Parse("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home","event_ts":"1.6","view":{"id":"V1"}}""")!.AsObject());
        var shown = new FakeSlackMessage { Channel = "C1", Ts = "1700000000.000300", User = FakeSlack.BotUser, Text = "x" };
        var button = new JsonObject { ["action_id"] = "0:post:helped", ["value"] = $"{Guid.NewGuid():N}" };
        yield return Interaction(SlackEnvelopes.Press(shown, "U00000001", button, "b"));
        yield return Interaction(SlackEnvelopes.Press(shown, "U00000001", new() { ["action_id"] = "0:form:ask", ["value"] = "" }, "b"));
        yield return Interaction(SlackEnvelopes.Submission(
            "t", "U00000001", new() { ["callback_id"] = "ask", ["private_metadata"] = "{}" },
            new JsonObject { ["text"] = new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = "How?" } } }));
        yield return Interaction(JsonNode.Parse(
            $$$"""{"type":"message_action","callback_id":"keep-thread","trigger_id":"1.2","team":{"id":"{{{FakeSlack.Team}}}"},"user":{"id":"U1"},"channel":{"id":"C1"},"message":{"ts":"1.1","text":"x","user":"U2","thread_ts":"1.1"}}""")!.AsObject());
        yield return new("slack/main/commands", Encoding.UTF8.GetBytes(
            $"command=%2Fcop&text=find%20indicators&user_id=U00000001&team_id={FakeSlack.Team}&channel_id=C1&channel_name=x&trigger_id=1.2.3"), Form);
    }

    private static IEnumerable<Seed> Teams(FakeTeams teams)
    {
        var user = teams.AddUser("Fuzz");
        var channel = $"{FakeTeams.Channel};messageid=1700000000001";
        yield return Activity(TeamsEnvelopes.Message(teams, user, channel, "1700000000001", "How do others do it?", mention: true));
        yield return Activity(TeamsEnvelopes.Message(teams, user, FakeTeams.DirectOf(user.Id), "1700000000002", "help", mention: false));
        yield return Activity(TeamsEnvelopes.Invoke(teams, user, channel, "1700000000001", "adaptiveCard/action", new()
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "helped", ["data"] = new JsonObject { ["a"] = "x" } },
        }));
        foreach (var name in new[] { "task/fetch", "task/submit", "composeExtension/query", "composeExtension/submitAction", "composeExtension/fetchTask" })
        {
            yield return Activity(TeamsEnvelopes.Invoke(teams, user, channel, "1700000000001", name, JsonNode.Parse(
                """{"commandId":"find","data":{"action":"ask","argument":"x","text":"How?"},"parameters":[{"name":"query","value":"x"}],"messagePayload":{"id":"1","body":{"content":"<p>x</p>"}}}""")!.AsObject()));
        }

        foreach (var type in new[] { "conversationUpdate", "installationUpdate", "messageUpdate", "messageDelete", "messageReaction" })
        {
            yield return Activity(TeamsEnvelopes.Activity(teams, user, type, channel, "1700000000003", at: null));
        }
    }

    private static IEnumerable<Seed> Playground()
    {
        yield return new("playground/say", """{"persona":"sara","place":"results","thread":null,"text":"How do others do it?"}"""u8.ToArray(), Json);
        yield return new("playground/edit", """{"persona":"sara","message":"1","text":"x"}"""u8.ToArray(), Json);
        yield return new("playground/delete", """{"persona":"sara","message":"1"}"""u8.ToArray(), Json);
        yield return new("playground/press", """{"persona":"sara","message":"1","action":"helped","argument":"x","card":0}"""u8.ToArray(), Json);
        yield return new("playground/submit", """{"persona":"sara","form":"ask","argument":"","place":"results","values":{"text":"How?"}}"""u8.ToArray(), Json);
    }

    private static Seed Event(JsonObject inner) =>
        new("slack/main/events", Encoding.UTF8.GetBytes(SlackEnvelopes.Event(inner).ToJsonString()), Json);

    private static Seed Interaction(JsonObject payload) => new(
        "slack/main/interactions", Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(payload.ToJsonString())), Form);

    private static Seed Activity(JsonObject activity) => new("api/messages/main", Encoding.UTF8.GetBytes(activity.ToJsonString()), Json);
}
