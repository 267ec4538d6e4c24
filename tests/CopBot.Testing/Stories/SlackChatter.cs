using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Slack;

namespace CopBot.Testing.Stories;

/// <summary>A person at the fake Slack.</summary>
public sealed class SlackChatter(FakeSlack slack, FakeSlackUser user, string channel) : Chatter(user.Name)
{
    public string UserId => user.Id;

    private string Direct => FakeSlack.DirectOf(user.Id);

    public override Task MentionAsync(string text) => SayAsync(channel, null, $"<@{FakeSlack.BotUser}> {Escaped(text)}");

    public override Task TellAsync(string text) => SayAsync(Direct, null, Escaped(text));

    public override Task ReplyAsync(Seen to, string text, bool mention) =>
        SayAsync(to.Place, to.Thread, mention ? $"<@{FakeSlack.BotUser}> {Escaped(text)}" : Escaped(text));

    public override async Task PressAsync(Seen card, string action)
    {
        using var sender = new SlackSender(slack.Bot!);
        (await sender.InteractionAsync(PressOf(card, action))).EnsureSuccessStatusCode();
    }

    public override async Task FillAsync(Seen card, string action, IReadOnlyDictionary<string, string> values)
    {
        await OpenAndSendAsync(PressOf(card, action), values);
    }

    /// <summary>Opens a form, lets something happen meanwhile, and sends it.</summary>
    public async Task FillAfterAsync(
        Seen card, string action, IReadOnlyDictionary<string, string> values, Func<Task> meanwhile) =>
        await OpenAndSendAsync(PressOf(card, action), values, meanwhile);

    /// <summary>Opens App Home, and waits until it shows certain words.</summary>
    public async Task<string> OpenHomeAsync(string words)
    {
        using var sender = new SlackSender(slack.Bot!);
        await sender.EventAsync(SlackEnvelopes.Event(SlackSurfaces.HomeOpened(user.Id), FakeSlack.DirectOf(user.Id)));
        return await HomeShowsAsync(words);
    }

    /// <summary>Waits until App Home shows certain words.</summary>
    public async Task<string> HomeShowsAsync(string words)
    {
        var shown = "";
        for (var tries = 0; tries < 400; tries++)
        {
            shown = slack.Homes.TryGetValue(user.Id, out var view) ? SlackWords.Of(view["blocks"]).Replace('\u00A0', ' ') : "";
            if (shown.Contains(words, StringComparison.Ordinal)) return shown;
            await Task.Delay(25);
        }

        throw new TimeoutException($"{Name} waited for “{words}” at home and saw:\n{shown}");
    }

    /// <summary>Presses a button on App Home.</summary>
    public async Task PressAtHomeAsync(string action, string? label = null)
    {
        using var sender = new SlackSender(slack.Bot!);
        (await sender.InteractionAsync(HomePress(action, label))).EnsureSuccessStatusCode();
    }

    /// <summary>Presses a button on App Home that opens a form, fills it in and sends it.</summary>
    public Task FillAtHomeAsync(string action, IReadOnlyDictionary<string, string> values, string? label = null) =>
        OpenAndSendAsync(HomePress(action, label), values);

    /// <summary>Calls a shortcut on a message, fills the form in and sends it.</summary>
    public Task FillOnMessageAsync(
        string shortcut, FakeSlackMessage message, IReadOnlyDictionary<string, string> values) =>
        OpenAndSendAsync(SlackSurfaces.OnMessage(user.Id, shortcut, message), values);

    /// <summary>Calls a shortcut from anywhere, fills the form in and sends it.</summary>
    public Task FillFromAnywhereAsync(string shortcut, IReadOnlyDictionary<string, string> values) =>
        OpenAndSendAsync(SlackSurfaces.FromAnywhere(user.Id, shortcut), values);

    private JsonObject HomePress(string action, string? label)
    {
        var (_, button, block) = SlackWords.Buttons(slack.Homes[user.Id]["blocks"]!.AsArray()).First(
            offered => offered.Action == action
                && (label is null || offered.Button["text"]!["text"]!.GetValue<string>() == label));
        return SlackSurfaces.HomePress(user.Id, button, block);
    }

    private async Task OpenAndSendAsync(
        JsonObject opening, IReadOnlyDictionary<string, string> values, Func<Task>? meanwhile = null)
    {
        using var sender = new SlackSender(slack.Bot!);
        (await sender.InteractionAsync(opening)).EnsureSuccessStatusCode();
        var trigger = opening["trigger_id"]!.GetValue<string>();
        var view = slack.Views[trigger];
        if (meanwhile is not null) await meanwhile();
        var state = new JsonObject(view["blocks"]!.AsArray().Where(block => block!["type"]!.GetValue<string>() == "input")
            .Select(block => StateOf(block!, values)));
        var submission = SlackEnvelopes.Submission(trigger, user.Id, view, state);
        var answer = await sender.InteractionAsync(submission);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsStringAsync();
        if (body.Length > 0 && JsonNode.Parse(body)!["errors"] is JsonObject errors) throw new FormRefusedException(errors);
    }

    /// <summary>Writes something; Slack tells the bot, twice if it is mentioned.</summary>
    public async Task<FakeSlackMessage> SayAsync(string place, string? thread, string text, string? ts = null)
    {
        using var sender = new SlackSender(slack.Bot!);
        var message = slack.Add(place, user.Id, text, thread, ts: ts);
        var type = place.StartsWith('D') ? "im" : "channel";
        var shared = slack.SharedChannels.Contains(place);
        var said = SlackEnvelopes.Message("message", user.Id, place, type, message.Ts, text, thread);
        (await sender.EventAsync(SlackEnvelopes.Event(said, place, shared))).EnsureSuccessStatusCode();
        if (type == "channel" && text.Contains($"<@{FakeSlack.BotUser}>", StringComparison.Ordinal))
        {
            var mention = SlackEnvelopes.Message("app_mention", user.Id, place, type, message.Ts, text, thread);
            (await sender.EventAsync(SlackEnvelopes.Event(mention, place, shared))).EnsureSuccessStatusCode();
        }

        return message;
    }

    protected override Task<IReadOnlyList<Seen>> LookAsync() => Task.FromResult<IReadOnlyList<Seen>>(
    [
        .. slack.Read(channel, user.Id).Concat(slack.Read(Direct, user.Id))
            .Where(message => message.User == FakeSlack.BotUser)
            .Select(SeenOf),
    ]);

    private static Seen SeenOf(FakeSlackMessage message) => new(
        message.Channel,
        message.Ts,
        message.ThreadTs ?? message.Ts,
        Named(message.Blocks is null ? message.Text : $"{SlackWords.Of(message.Blocks)} {message.Text}"),
        [.. SlackWords.Buttons(message.Blocks).Select(button => button.Action)]);

    /// <summary>As Slack's clients send what somebody types.</summary>
    private static string Escaped(string typed) => typed
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A field that nobody touched, as Slack sends it.</summary>
    public static JsonObject AsItStands(JsonNode element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return element["type"]!.GetValue<string>() == "static_select"
            ? new() { ["type"] = "static_select", ["selected_option"] = element["initial_option"]?.DeepClone() }
            : element["type"]!.GetValue<string>() == "multi_static_select"
            ? new()
            {
                ["type"] = "multi_static_select",
                ["selected_options"] = element["initial_options"]?.DeepClone() ?? new JsonArray(),
            }
            : new() { ["type"] = "plain_text_input", ["value"] = element["initial_value"]?.GetValue<string>() };
    }

    /// <summary>A field as Slack sends it: what was filled in, or what stood there before.</summary>
    private static KeyValuePair<string, JsonNode?> StateOf(JsonNode block, IReadOnlyDictionary<string, string> values)
    {
        var (id, element) = (block["block_id"]!.GetValue<string>(), block["element"]!);
        var filled = values.GetValueOrDefault(id);
        var value = AsItStands(element);
        if (filled is not null && element["options"] is JsonArray several && value["selected_options"] is not null)
        {
            value["selected_options"] = new JsonArray([.. several.Where(
                option => filled.Split(',').Contains(option!["value"]!.GetValue<string>())).Select(option => option!.DeepClone())]);
        }
        else if (filled is not null && element["options"] is JsonArray options)
        {
            value["selected_option"] = options.First(o => o!["value"]!.GetValue<string>() == filled)!.DeepClone();
        }
        else if (filled is not null)
        {
            value["value"] = filled;
        }

        return KeyValuePair.Create(id, (JsonNode?)new JsonObject { ["value"] = value });
    }

    private static string Named(string words) => words.ReplaceLineEndings(" ");

    private JsonObject PressOf(Seen card, string action)
    {
        var message = slack.Find(card.Place, card.Id)!;
        var (_, button, block) = SlackWords.Buttons(message.Blocks).First(offered => offered.Action == action);
        return SlackEnvelopes.Press(message, user.Id, button, block);
    }
}
