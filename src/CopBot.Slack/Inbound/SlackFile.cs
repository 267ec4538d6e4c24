using System.Text.Json;
using CopBot.Chat;

namespace CopBot.Slack.Inbound;

/// <summary>A file on a message: carried as a link that whoever may see it in Slack can open.</summary>
internal static class SlackFile
{
    public static Attachment Of(JsonElement file) =>
        new(file.Text("title") ?? file.Text("name") ?? "file", file.Text("permalink"));
}
