using System.Text.Json;
using CopBot.Chat;

namespace CopBot.Teams.Inbound;

/// <summary>
/// A file or picture on a message. The copy of the text as HTML and cards are not attachments to people.
/// </summary>
internal static class TeamsFile
{
    public static Attachment? Of(JsonElement attachment)
    {
        var type = attachment.Text("contentType") ?? "";
        if (type.StartsWith("text/html", StringComparison.Ordinal)
            || type.StartsWith("application/vnd.microsoft.card", StringComparison.Ordinal))
        {
            return null;
        }

        return new(attachment.Text("name") ?? type, attachment.Text("contentUrl"));
    }
}
