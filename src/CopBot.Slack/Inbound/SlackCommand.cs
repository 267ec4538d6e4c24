using CopBot.Chat;

namespace CopBot.Slack.Inbound;

/// <summary>Reads a slash command: what is typed behind it is said to the bot. It leaves no message behind.</summary>
internal static class SlackCommand
{
    /// <returns>Null if it lacks what every command has.</returns>
    public static MessageReceived? Of(string connection, Func<string, string> field, DateTimeOffset now)
    {
        var (user, channel, trigger) = (field("user_id"), field("channel_id"), field("trigger_id"));
        if (user.Length == 0 || channel.Length == 0 || trigger.Length == 0) return null;
        var type = field("channel_name") == "directmessage" ? "im" : "";
        var (words, _) = Rendering.SlackMarkup.Read(field("text"), bot: null, []);
        return new MessageReceived
        {
            Connection = connection,
            Key = $"command:{trigger}",
            OccurredAt = now,
            Place = new(new(connection, channel), SlackPlaces.KindOf(type, channel)),
            Author = new(new(connection, user)),
            Message = "",
            Text = words.Length == 0 ? "help" : words,
            AddressesBot = true,
        };
    }
}
