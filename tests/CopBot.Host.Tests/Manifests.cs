using System.Text.Json.Nodes;
using CopBot.Testing.Node;
using CopBot.Testing.Validation;

namespace CopBot.Host.Tests;

/// <summary>The manifests are valid, and ask for nothing that no code uses.</summary>
public sealed class Manifests
{
    /// <summary>What each scope is for: a method that is called or an event that is understood.</summary>
    private static readonly Dictionary<string, string> Uses = new(StringComparer.Ordinal)
    {
        ["app_mentions:read"] = "\"app_mention\"",
        ["channels:history"] = "\"conversations.history\"",
        ["channels:read"] = "\"member_joined_channel\"",
        ["chat:write"] = "\"chat.postMessage\"",
        ["commands"] = "/commands",
        ["files:write"] = "\"files.getUploadURLExternal\"",
        ["groups:history"] = "\"conversations.replies\"",
        ["groups:read"] = "\"group_left\"",
        ["im:history"] = "\"im\"",
        ["im:write"] = "\"conversations.open\"",
        ["mpim:history"] = "\"mpim\"",
        ["reactions:write"] = "\"reactions.add\"",
        ["users:read"] = "\"users.info\"",
        ["users:read.email"] = "\"profile\", \"email\"",
    };

    private static string Root => Path.GetFullPath(Path.Combine(NodeProcess.Folder, "..", ".."));

    [Fact]
    public async Task the_slack_manifest_is_valid()
    {
        var manifest = await File.ReadAllTextAsync(Path.Combine(Root, "manifests", "slack", "manifest.json"));
        (await Schemas.SlackManifestAsync()).Validate(manifest).ShouldBeEmpty();
    }

    [Fact]
    public async Task slack_is_asked_for_no_scope_that_no_code_uses()
    {
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Root, "manifests", "slack", "manifest.json")))!;
        var code = string.Concat(Directory.EnumerateFiles(Path.Combine(Root, "src", "CopBot.Slack"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var scopes = manifest["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(scope => scope!.GetValue<string>()).ToList();
        scopes.ShouldBe(Uses.Keys, ignoreOrder: true);
        foreach (var scope in scopes) code.ShouldContain(Uses[scope], Case.Sensitive, scope);
    }

    [Fact]
    public async Task the_teams_manifest_is_valid_and_its_icons_have_the_right_size()
    {
        var folder = Path.Combine(Root, "manifests", "teams");
        var manifest = await File.ReadAllTextAsync(Path.Combine(folder, "manifest.json"));
        (await Schemas.TeamsManifestAsync()).Validate(manifest).ShouldBeEmpty();
        Size(Path.Combine(folder, "color.png")).ShouldBe((192, 192));
        Size(Path.Combine(folder, "outline.png")).ShouldBe((32, 32));
    }

    private static (int Width, int Height) Size(string png)
    {
        var bytes = File.ReadAllBytes(png);
        return (
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)),
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
    }
}
