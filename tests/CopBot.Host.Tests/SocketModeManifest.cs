using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;

namespace CopBot.Host.Tests;

/// <summary>An installation that nobody can call is as easy to make and to examine as any other.</summary>
[Trait("Engine", "Irrelevant")]
public sealed class SocketModeManifest
{
    [Fact]
    public async Task the_manifest_has_no_address_and_doctor_tries_the_token()
    {
        var folder = Directory.CreateTempSubdirectory("copbot-socket-").FullName;
        await using var slack = await FakeSlack.StartAsync();
        var program = new ShippedProgram(folder);
        foreach (var (name, value) in slack.SocketSettings()) program.Settings[name] = value;
        (await program.RunAsync("manifest", "slack", "--out", "slack.json")).Exit.ShouldBe(0);
        var manifest = await File.ReadAllTextAsync(Path.Combine(folder, "slack.json"));
        manifest.ShouldContain("\"socket_mode_enabled\": true");
        manifest.ShouldNotContain("https://bot.example.org");
        (await program.RunAsync("doctor")).Said.ShouldContain("the app token opens sockets");
        program.Settings["Slack:Connections:main:AppToken"] = "xapp-wrong";
        (await program.RunAsync("doctor")).Said.ShouldContain("no socket can be opened: not_allowed_token_type");
        program.Settings["Slack:Connections:main:AppToken"] = "xoxb-wrong";
        (await program.RunAsync("doctor")).Said.ShouldContain("AppToken must begin with xapp-");
        Directory.Delete(folder, recursive: true);
    }
}
