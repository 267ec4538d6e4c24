using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Stories;

namespace CopBot.Benchmarks.Replay;

/// <summary>
/// Keeps every answer that helped, as its author would: through the dialog that the thanks offer. A coordinator
/// publishes
/// each note; then each is sought by its question's title.
/// </summary>
internal sealed partial class KeepingRun(FakeSlack slack, FakeTeams teams, FakeSlackUser coordinator)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private string Direct => FakeSlack.DirectOf(coordinator.Id);

    /// <returns>How many notes were found among the first three, and how many there are.</returns>
    public async Task<(int Found, int Kept)> RunAsync(
        IEnumerable<(FakeTeamsUser InTeams, FakeSlackUser InSlack)> authors, CancellationToken cancel)
    {
        var notes = new List<(string Handle, string Title)>();
        foreach (var (inTeams, inSlack) in authors)
        {
            foreach (var (activity, button) in Offers(inTeams))
            {
                if (await KeepAsync(inTeams, activity, button) is { } note) notes.Add(note);
            }

            foreach (var message in slack.Read(FakeSlack.DirectOf(inSlack.Id)).Where(OffersToKeep).ToList())
            {
                notes.Add(await KeepAsync(inSlack, message, cancel));
            }
        }

        foreach (var (handle, _) in notes) await TellAsync($"publish {handle}", [$"{handle} is published"], cancel);
        var found = 0;
        foreach (var (handle, title) in notes)
        {
            var shown = await TellAsync(
                $"find {Marker().Replace(title, "").Trim()}", ["Kept since", "it helped who asked", "I found nothing"], cancel);
            if (shown.Contains($"{handle} ·", StringComparison.Ordinal)) found++;
        }

        return (found, notes.Count);
    }

    private List<(FakeTeamsActivity Activity, JsonObject Button)> Offers(FakeTeamsUser author) =>
    [
        .. teams.Read(FakeTeams.DirectOf(author.Id)).Where(activity => activity.FromBot).SelectMany(activity =>
            TeamsWords.Buttons(TeamsWords.Card(activity.Body)).Where(button => button.Action == "keep")
                .Select(button => (activity, button.Button))),
    ];

    private async Task<(string Handle, string Title)?> KeepAsync(
        FakeTeamsUser author, FakeTeamsActivity activity, JsonObject button)
    {
        var fetch = new JsonObject { ["data"] = button["data"]!.DeepClone() };
        var dialog = await InvokeAsync(author, activity, "task/fetch", fetch);
        if (dialog["task"]?["value"] is not JsonObject value) return null;
        var content = value["card"]!["content"]!;
        var data = content["actions"]![0]!["data"]!.DeepClone().AsObject();
        foreach (var input in content["body"]!.AsArray().Where(element => element!["id"] is not null))
        {
            data[input!["id"]!.GetValue<string>()] = input["value"]?.DeepClone() ?? "";
        }

        var answer = await InvokeAsync(author, activity, "task/submit", new JsonObject { ["data"] = data.DeepClone() });
        var said = answer["task"]?["value"]?.ToString() ?? "";
        return Handle().Match(said) is { Success: true } match ? (match.Value, data["title"]!.GetValue<string>()) : null;
    }

    private static bool OffersToKeep(FakeSlackMessage message) =>
        message.User == FakeSlack.BotUser && SlackWords.Buttons(message.Blocks).Any(button => button.Action == "keep");

    private async Task<(string Handle, string Title)> KeepAsync(
        FakeSlackUser author, FakeSlackMessage message, CancellationToken cancel)
    {
        using var sender = new SlackSender(slack.Bot!);
        var (_, button, block) = SlackWords.Buttons(message.Blocks).First(button => button.Action == "keep");
        var press = SlackEnvelopes.Press(message, author.Id, button, block);
        (await sender.InteractionAsync(press)).EnsureSuccessStatusCode();
        var trigger = press["trigger_id"]!.GetValue<string>();
        var view = slack.Views[trigger];
        var inputs = view["blocks"]!.AsArray().Where(part => part!["type"]!.GetValue<string>() == "input").ToList();
        var state = new JsonObject(inputs.Select(input => KeyValuePair.Create(
            input!["block_id"]!.GetValue<string>(),
            (JsonNode?)new JsonObject { ["value"] = SlackChatter.AsItStands(input["element"]!) })));
        var before = slack.Read(message.Channel, author.Id).Count;
        (await sender.InteractionAsync(
            SlackEnvelopes.Submission(trigger, author.Id, view, state))).EnsureSuccessStatusCode();
        var title = inputs[0]!["element"]!["initial_value"]?.GetValue<string>() ?? "";
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (TimeProvider.System.GetUtcNow() < deadline)
        {
            var said = slack.Read(message.Channel, author.Id).Skip(before).Select(m => SlackWords.Of(m.Blocks))
                .FirstOrDefault(words => words.Contains("goes to the coordinators", StringComparison.Ordinal));
            if (said is not null) return (Handle().Match(said).Value, title);
            await Task.Delay(5, cancel);
        }

        throw new TimeoutException("The note was not kept.");
    }

    private async Task<JsonNode> InvokeAsync(
        FakeTeamsUser user, FakeTeamsActivity activity, string name, JsonObject value)
    {
        using var sender = new TeamsSender(teams);
        var answer = await sender.SendAsync(
            TeamsEnvelopes.Invoke(teams, user, activity.Conversation, activity.Id, name, value));
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>Writes to the bot in the direct chat, and waits for what it says.</summary>
    private async Task<string> TellAsync(string text, string[] expected, CancellationToken cancel)
    {
        using var sender = new SlackSender(slack.Bot!);
        var said = slack.Add(Direct, coordinator.Id, text);
        var message = SlackEnvelopes.Message("message", coordinator.Id, Direct, "im", said.Ts, text, thread: null);
        (await sender.EventAsync(SlackEnvelopes.Event(message, Direct))).EnsureSuccessStatusCode();
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (TimeProvider.System.GetUtcNow() < deadline)
        {
            var reply = slack.Read(Direct).SkipWhile(m => m != said).Where(m => m.User == FakeSlack.BotUser)
                .Select(m => SlackWords.Of(m.Blocks)).FirstOrDefault(words => expected.Any(words.Contains));
            if (reply is not null) return reply;
            await Task.Delay(5, cancel);
        }

        throw new TimeoutException($"The bot did not answer “{text}”.");
    }

    [GeneratedRegex(@"N\d+")]
    private static partial Regex Handle();

    [GeneratedRegex("⟦[^⟧]*⟧")]
    private static partial Regex Marker();
}
