using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;

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
    public async Task<(int Found, int Kept)> RunAsync(IEnumerable<FakeTeamsUser> authors, CancellationToken cancel)
    {
        var notes = new List<(string Handle, string Title)>();
        foreach (var author in authors)
        {
            foreach (var (activity, button) in Offers(author))
            {
                if (await KeepAsync(author, activity, button) is { } note) notes.Add(note);
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
