using CopBot.Chat.Diagnosis;
using CopBot.Host.Composition;
using CopBot.Host.Manifests;

namespace CopBot.Host.Diagnosis;

/// <summary>Makes each connection's manifest from the settings, and says what the platforms must be told.</summary>
internal static class ManifestExamination
{
    private const string About = "manifests";

    public static IEnumerable<Finding> Run(Settings settings)
    {
        foreach (var (name, _) in settings.Slack.Where(connection => connection.Value.UsesSocket))
        {
            yield return Finding.Sound($"slack/{name}", "its manifest switches Socket Mode on, and carries no address");
        }

        var isCalled = settings.Teams.Count > 0 || settings.Slack.Values.Any(connection => !connection.UsesSocket);
        if (!isCalled && settings.Slack.Count > 0) yield break;
        if (settings.PublicUrl is not { } address)
        {
            yield return Finding.Doubtful(
                About, "they carry the bot's address, which is not set", "Set PublicUrl, or give “manifest” the option --url.");
            yield break;
        }

        if (address.Scheme != Uri.UriSchemeHttps)
        {
            yield return Finding.Doubtful(About, $"{address} is for tests only", "Slack and Teams accept https only.");
        }

        foreach (var (name, _) in settings.Slack.Where(connection => !connection.Value.UsesSocket))
        {
            var manifest = SlackManifest.Of(address, settings.Slack.Count > 1 ? name : null);
            var url = manifest["settings"]!["event_subscriptions"]!["request_url"]!.GetValue<string>();
            yield return Finding.Sound($"slack/{name}", $"its manifest sends events to {url}");
        }

        foreach (var (name, options) in settings.Teams)
        {
            var manifest = TeamsPackage.ManifestOf(address, options.AppId, allMessages: false);
            var endpoint = new Uri(address, settings.Teams.Count > 1 ? $"/api/messages/{name}" : "/api/messages");
            yield return Finding.Sound(
                $"teams/{name}", $"its package is version {manifest["version"]}; the bot's endpoint in Azure is {endpoint}");
        }
    }
}
