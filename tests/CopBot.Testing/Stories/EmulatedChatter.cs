using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Slack;

namespace CopBot.Testing.Stories;

/// <summary>A person at the emulated Slack. The emulator has no buttons: the test signs the presses.</summary>
public sealed class EmulatedChatter : Chatter
{
    private const string Bot = "U0COPBOT01";
    private const string Team = "T000000001";
    private readonly EmulatedSlack _slack;
    private readonly Uri _endpoint;
    private readonly string _user;
    private readonly string _channel;
    private readonly string _direct;

    private EmulatedChatter(string name, EmulatedSlack slack, Uri endpoint, string user, string channel, string direct)
        : base(name) =>
        (_slack, _endpoint, _user, _channel, _direct) = (slack, endpoint, user, channel, direct);

    public static async Task<EmulatedChatter> OpenAsync(EmulatedSlack slack, Uri endpoint)
    {
        var me = await slack.CallAsync("auth.test");
        var channels = await slack.CallAsync("conversations.list");
        var channel = channels["channels"]!.AsArray().First(c => c!["name"]!.GetValue<string>() == "cop-knowledge");
        var direct = await slack.CallAsync("conversations.open", new() { ["users"] = Bot });
        return new(
            me["user"]!.GetValue<string>(),
            slack,
            endpoint,
            me["user_id"]!.GetValue<string>(),
            channel!["id"]!.GetValue<string>(),
            direct["channel"]!["id"]!.GetValue<string>());
    }

    public override Task MentionAsync(string text) => SayAsync(_channel, null, $"<@{Bot}> {text}");

    public override Task TellAsync(string text) => SayAsync(_direct, null, text);

    public override Task ReplyAsync(Seen to, string text, bool mention) =>
        SayAsync(to.Place, to.Thread, mention ? $"<@{Bot}> {text}" : text);

    public override async Task PressAsync(Seen card, string action)
    {
        using var sender = new SlackSender(_endpoint);
        var message = (await MessagesAsync(card.Place)).First(m => m["ts"]!.GetValue<string>() == card.Id);
        var (_, button, block) = SlackWords.Buttons(message["blocks"]!.AsArray()).First(b => b.Action == action);
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["user"] = new JsonObject { ["id"] = _user, ["team_id"] = Team },
            ["team"] = new JsonObject { ["id"] = Team },
            ["channel"] = new JsonObject { ["id"] = card.Place, ["name"] = "cop-knowledge" },
            ["trigger_id"] = $"{Guid.NewGuid():N}",
            ["message"] = message.DeepClone(),
            ["actions"] = new JsonArray(new JsonObject
            {
                ["action_id"] = button["action_id"]!.GetValue<string>(),
                ["block_id"] = block,
                ["value"] = button["value"]?.GetValue<string>(),
            }),
        };
        (await sender.InteractionAsync(payload)).EnsureSuccessStatusCode();
    }

    public override Task FillAsync(Seen card, string action, IReadOnlyDictionary<string, string> values) =>
        throw new NotSupportedException("The emulator opens no modals.");

    protected override async Task<IReadOnlyList<Seen>> LookAsync()
    {
        var messages = (await MessagesAsync(_channel)).Select(m => SeenOf(m, _channel))
            .Concat((await MessagesAsync(_direct)).Select(m => SeenOf(m, _direct)));
        return [.. messages.OfType<Seen>()];
    }

    private static Seen? SeenOf(JsonObject message, string place)
    {
        if (message["user"]?.GetValue<string>() != Bot) return null;
        var blocks = message["blocks"]?.AsArray();
        return new(
            place,
            message["ts"]!.GetValue<string>(),
            message["thread_ts"]?.GetValue<string>() ?? message["ts"]!.GetValue<string>(),
            $"{SlackWords.Of(blocks)} {message["text"]}".ReplaceLineEndings(" "),
            [.. SlackWords.Buttons(blocks).Select(button => button.Action)]);
    }

    /// <summary>Everything in a place, replies included, oldest first.</summary>
    private async Task<IReadOnlyList<JsonObject>> MessagesAsync(string place)
    {
        var history = await _slack.CallAsync("conversations.history", new() { ["channel"] = place, ["limit"] = 200 });
        var all = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var root in history["messages"]!.AsArray().OfType<JsonObject>())
        {
            all[root["ts"]!.GetValue<string>()] = root;
            if (root["reply_count"] is null && root["thread_ts"] is null) continue;
            var thread = await _slack.CallAsync(
                "conversations.replies", new() { ["channel"] = place, ["ts"] = root["ts"]!.GetValue<string>() });
            foreach (var reply in thread["messages"]!.AsArray().OfType<JsonObject>())
            {
                all[reply["ts"]!.GetValue<string>()] = reply;
            }
        }

        return [.. all.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
    }

    private Task SayAsync(string place, string? thread, string text)
    {
        var arguments = new JsonObject { ["channel"] = place, ["text"] = text };
        if (thread is not null) arguments["thread_ts"] = thread;
        return _slack.CallAsync("chat.postMessage", arguments);
    }
}
