using CopBot.Chat;

namespace CopBot.Slack.Inbound;

/// <summary>
/// Reads what was said in the thread of a message that a shortcut was called on, as far as Slack tells in time: the
/// shortcut's trigger lives three seconds. https://docs.slack.dev/interactivity/implementing-shortcuts
/// </summary>
internal static class SlackThread
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <returns>The words, one message a paragraph, nobody named; the message alone if Slack does not tell.</returns>
    public static async Task<QuotedMessage> ReadAsync(
        SlackInteraction interaction, SlackConnection connection, CancellationToken cancel)
    {
        var thread = interaction.Thread ?? interaction.MessageOrNull;
        var alone = Quote(thread, interaction.User, [(interaction.Author, interaction.Said ?? "")]);
        if (thread is null || interaction.Channel.Length == 0) return alone;
        using var box = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        box.CancelAfter(Patience);
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["channel"] = interaction.Channel, ["ts"] = thread, ["limit"] = "100",
        };
        var answer = await connection.Api.CallAsync("conversations.replies", arguments, box.Token);
        var said = answer.Body.Items("messages").Where(m => m.Text("bot_id") is null)
            .Select(m => (m.Text("user"), m.Text("text") ?? "")).ToList();
        return answer.Ok && said.Count > 0 ? Quote(thread, interaction.User, said) : alone;
    }

    /// <summary>The message that a shortcut was called on, without the rest of its thread.</summary>
    public static QuotedMessage Alone(SlackInteraction interaction) => Quote(
        interaction.Thread ?? interaction.MessageOrNull,
        interaction.User,
        [(interaction.Author, interaction.Said ?? "")]);

    private static QuotedMessage Quote(
        string? thread, string reader, IReadOnlyList<(string? User, string Text)> said) => new(
        thread,
        string.Join("\n\n", said.Select(one => Words(one.Text)).Where(words => words.Length > 0)),
        string.Join("\n\n", said.Where(one => one.User == reader).Select(one => Words(one.Text))));

    /// <summary>Whoever is mentioned is not named: the words may be kept, and names be erased.</summary>
    private static string Words(string markup)
    {
        var mentions = new List<string>();
        var (words, _) = Rendering.SlackMarkup.Read(markup, bot: null, mentions);
        foreach (var id in mentions) words = words.Replace($"@{id}", "@…", StringComparison.Ordinal);
        return words.Trim();
    }
}
