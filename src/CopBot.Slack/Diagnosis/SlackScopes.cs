namespace CopBot.Slack.Diagnosis;

/// <summary>What the bot's token must be allowed, as the manifest asks for it.</summary>
internal static class SlackScopes
{
    public static IReadOnlyList<string> Needed { get; } =
    [
        "app_mentions:read", "channels:history", "channels:read", "chat:write", "commands", "files:write", "groups:history",
        "groups:read", "im:history", "im:write", "mpim:history", "reactions:write", "users:read", "users:read.email",
    ];
}
