using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace CopBot.Host.Manifests;

/// <summary>
/// The app package for one tenant: the manifest and its two icons, zipped.
/// Source: https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema
/// </summary>
internal static class TeamsPackage
{
    private const string SeeAll = "ChannelMessage.Read.Group";

    /// <param name="address">The bot's own site.</param>
    /// <param name="appId">The bot's app id.</param>
    /// <param name="allMessages">Whether the team's owner is asked to let the bot see every message.</param>
    public static JsonObject ManifestOf(Uri address, string appId, bool allMessages)
    {
        var manifest = Template.Read("teams/manifest.json");
        manifest["id"] = appId;
        manifest["bots"]![0]!["botId"] = appId;
        manifest["composeExtensions"]![0]!["botId"] = appId;
        foreach (var page in new[] { "websiteUrl", "privacyUrl", "termsOfUseUrl" })
        {
            manifest["developer"]![page] = address.ToString();
        }

        manifest["validDomains"] = new JsonArray(address.Host);
        if (!allMessages) return manifest;
        manifest["webApplicationInfo"] = new JsonObject { ["id"] = appId, ["resource"] = $"https://{address.Host}" };
        manifest["authorization"] = new JsonObject
        {
            ["permissions"] = new JsonObject
            {
                ["resourceSpecific"] = new JsonArray(new JsonObject { ["name"] = SeeAll, ["type"] = "Application" }),
            },
        };
        return manifest;
    }

    public static async Task WriteAsync(Stream file, JsonObject manifest, CancellationToken cancel)
    {
        await using var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        await AddAsync(package, "manifest.json", Encoding.UTF8.GetBytes(Template.Write(manifest)), cancel);
        await AddAsync(package, "color.png", Template.Bytes("teams/color.png"), cancel);
        await AddAsync(package, "outline.png", Template.Bytes("teams/outline.png"), cancel);
    }

    private static async Task AddAsync(ZipArchive package, string name, byte[] content, CancellationToken cancel)
    {
        await using var entry = await package.CreateEntry(name).OpenAsync(cancel);
        await entry.WriteAsync(content, cancel);
    }
}
