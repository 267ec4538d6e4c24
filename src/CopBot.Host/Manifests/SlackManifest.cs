using System.Text.Json.Nodes;

namespace CopBot.Host.Manifests;

/// <summary>
/// The app manifest for one workspace. Source: https://docs.slack.dev/reference/app-manifest
/// </summary>
internal static class SlackManifest
{
    /// <param name="address">Where Slack reaches the bot.</param>
    /// <param name="connection">The connection's name in the settings; null for the only one.</param>
    public static JsonObject Of(Uri address, string? connection)
    {
        var root = new Uri(address, connection is null ? "/slack/" : $"/slack/{connection}/");
        var manifest = Template.Read("slack/manifest.json");
        manifest["features"]!["slash_commands"]![0]!["url"] = new Uri(root, "commands").ToString();
        manifest["settings"]!["event_subscriptions"]!["request_url"] = new Uri(root, "events").ToString();
        manifest["settings"]!["interactivity"]!["request_url"] = new Uri(root, "interactions").ToString();
        return manifest;
    }

    /// <summary>For an app that calls Slack instead of being called (Socket Mode): no address anywhere.</summary>
    public static JsonObject WithoutAddress()
    {
        var manifest = Template.Read("slack/manifest.json");
        manifest["features"]!["slash_commands"]![0]!.AsObject().Remove("url");
        manifest["settings"]!["event_subscriptions"]!.AsObject().Remove("request_url");
        manifest["settings"]!["interactivity"]!.AsObject().Remove("request_url");
        manifest["settings"]!["socket_mode_enabled"] = true;
        return manifest;
    }
}
