using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Teams;

namespace CopBot.Testing.Stories;

/// <summary>A person at the fake Teams.</summary>
public sealed class TeamsChatter(FakeTeams teams, FakeTeamsUser user, string channel = FakeTeams.Channel)
    : Chatter(user.Name)
{
    private readonly ConcurrentQueue<Seen> _heard = new();

    public string UserId => user.Id;

    private string Direct => FakeTeams.DirectOf(user.Id);

    public override Task MentionAsync(string text) => SayAsync(channel, text, mention: true);

    public override Task TellAsync(string text) => SayAsync(Direct, text, mention: false);

    public override Task ReplyAsync(Seen to, string text, bool mention) =>
        SayAsync(to.Thread ?? to.Place, text, mention);

    public override async Task PressAsync(Seen card, string action)
    {
        using var sender = new TeamsSender(teams);
        var value = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = action,
                ["data"] = Button(card, action)["data"]!.DeepClone(),
            },
        };
        var invoke = TeamsEnvelopes.Invoke(teams, user, card.Thread ?? card.Place, card.Id, "adaptiveCard/action", value);
        var answer = await sender.SendAsync(invoke);
        answer.EnsureSuccessStatusCode();
        Hear(JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["value"], conversation: card.Place);
    }

    public override async Task FillAsync(Seen card, string action, IReadOnlyDictionary<string, string> values)
    {
        var fetch = new JsonObject { ["data"] = Button(card, action)["data"]!.DeepClone() };
        await OpenAndSendAsync(card.Thread ?? card.Place, card.Id, "task", fetch, values);
    }

    /// <summary>Calls an action of the message extension, on a message or on none, fills the form in and sends it.</summary>
    public async Task ExtendAsync(
        string command, FakeTeamsActivity? on, IReadOnlyDictionary<string, string> values)
    {
        var fetch = new JsonObject { ["commandId"] = command, ["commandContext"] = on is null ? "compose" : "message" };
        if (on is not null)
        {
            fetch["messagePayload"] = new JsonObject
            {
                ["id"] = on.Id,
                ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = Guid.Empty.ToString() } },
                ["body"] = new JsonObject
                {
                    ["contentType"] = "html", ["content"] = $"<div><p>{on.Body["text"]!.GetValue<string>()}</p></div>",
                },
            };
        }

        await OpenAndSendAsync(on?.Conversation ?? Direct, "", "composeExtension", fetch, values);
    }

    /// <summary>Searches while writing; what Teams shows comes back.</summary>
    public async Task<JsonNode> SearchAsync(string words)
    {
        using var sender = new TeamsSender(teams);
        var name = words.Length == 0 ? "initialRun" : "words";
        var query = new JsonObject
        {
            ["commandId"] = "find",
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = name, ["value"] = words.Length == 0 ? "true" : words }),
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        };
        var answer = await sender.SendAsync(
            TeamsEnvelopes.Invoke(teams, user, Direct, "", "composeExtension/query", query));
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["composeExtension"]!;
    }

    private async Task OpenAndSendAsync(
        string conversation, string message, string kind, JsonObject fetch, IReadOnlyDictionary<string, string> values)
    {
        using var sender = new TeamsSender(teams);
        var opening = kind == "task" ? "task/fetch" : "composeExtension/fetchTask";
        var opened = await sender.SendAsync(TeamsEnvelopes.Invoke(teams, user, conversation, message, opening, fetch));
        opened.EnsureSuccessStatusCode();
        var dialog = JsonNode.Parse(await opened.Content.ReadAsStringAsync())!;
        var content = dialog["task"]!["value"]!["card"]!["content"]!;
        var data = content["actions"]![0]!["data"]!.DeepClone().AsObject();
        foreach (var input in content["body"]!.AsArray().Where(element => element!["id"] is not null))
        {
            if (input!["value"] is { } initial) data[input["id"]!.GetValue<string>()] = initial.DeepClone();
        }

        foreach (var (field, value) in values) data[field] = value;
        var submit = new JsonObject { ["data"] = data };
        var sending = kind == "task" ? "task/submit" : "composeExtension/submitAction";
        var sent = await sender.SendAsync(TeamsEnvelopes.Invoke(teams, user, conversation, message, sending, submit));
        sent.EnsureSuccessStatusCode();
        Hear(JsonNode.Parse(await sent.Content.ReadAsStringAsync())?["task"]?["value"], conversation);
    }

    /// <summary>Writes something; Teams tells the bot only what concerns it.</summary>
    public async Task<FakeTeamsActivity> SayAsync(
        string conversation, string text, bool mention, DateTimeOffset? at = null)
    {
        using var sender = new TeamsSender(teams);
        var said = teams.Add(conversation, new JsonObject { ["text"] = text }, fromBot: false);
        if (mention || !conversation.StartsWith("19:", StringComparison.Ordinal))
        {
            var activity = TeamsEnvelopes.Message(teams, user, said.Conversation, said.Id, text, mention, at);
            (await sender.SendAsync(activity)).EnsureSuccessStatusCode();
        }

        return said;
    }

    protected override Task<IReadOnlyList<Seen>> LookAsync() => Task.FromResult<IReadOnlyList<Seen>>(
    [
        .. teams.Read(channel).Concat(teams.Read(Direct)).Where(activity => activity.FromBot).Select(SeenOf), .. _heard,
    ]);

    /// <summary>What the response to a press or a dialog says is shown to whoever pressed.</summary>
    private void Hear(JsonNode? words, string conversation)
    {
        if (words is JsonValue value) _heard.Enqueue(new(conversation, "", null, value.GetValue<string>(), []));
    }

    private static Seen SeenOf(FakeTeamsActivity activity) => new(
        activity.Conversation.Split(';')[0],
        activity.Id,
        activity.Conversation.Contains(';') ? activity.Conversation : null,
        TeamsWords.Of(activity.Body),
        [.. TeamsWords.Buttons(TeamsWords.Card(activity.Body)).Select(button => button.Action)]);

    private JsonObject Button(Seen card, string action) => TeamsWords
        .Buttons(TeamsWords.Card(teams.Find(card.Place, card.Id)!.Body))
        .First(button => button.Action == action).Button;
}
