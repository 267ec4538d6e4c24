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
    public static async Task<string> ReadAsync(
        SlackInteraction interaction, SlackConnection connection, CancellationToken cancel)
    {
        var alone = Words(interaction.Said ?? "");
        if (interaction.MessageOrNull is not { } message || interaction.Channel.Length == 0) return alone;
        using var box = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        box.CancelAfter(Patience);
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["channel"] = interaction.Channel, ["ts"] = interaction.Thread ?? message, ["limit"] = "100",
        };
        var answer = await connection.Api.CallAsync("conversations.replies", arguments, box.Token);
        var said = answer.Body.Items("messages").Where(m => m.Text("bot_id") is null)
            .Select(m => Words(m.Text("text") ?? "")).Where(words => words.Length > 0).ToList();
        return answer.Ok && said.Count > 0 ? string.Join("\n\n", said) : alone;
    }

    private static string Words(string markup) => Rendering.SlackMarkup.Read(markup, bot: null, []).Words.Trim();
}
