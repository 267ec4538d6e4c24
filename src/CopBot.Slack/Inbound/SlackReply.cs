using System.Text.Json.Nodes;

namespace CopBot.Slack.Inbound;

/// <summary>What Slack is told about a delivery, however it came.</summary>
/// <param name="Status">As in HTTP: 200 received, 400 not readable, 403 not for this workspace, 503 not now.</param>
/// <param name="Body">What the person who acts sees at once; null for nothing.</param>
internal sealed record SlackReply(int Status, JsonObject? Body = null)
{
    public static readonly SlackReply Received = new(200);
    public static readonly SlackReply Unreadable = new(400);
    public static readonly SlackReply Foreign = new(403);
    public static readonly SlackReply NotNow = new(503);
}
