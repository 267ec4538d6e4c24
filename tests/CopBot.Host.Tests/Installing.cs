using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Hosting;
using CopBot.Testing.Stories;
using CopBot.Testing.Validation;

namespace CopBot.Host.Tests;

/// <summary>
/// The steps of docs/install.md by the letter, with the shipped program in an empty folder; what people do in Slack's
/// and Microsoft's pages the fakes do.
/// </summary>
[Trait("Engine", "Irrelevant")]
public sealed partial class Installing : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copbot-install-");
    private readonly ShippedProgram _program;
    private readonly int _port = FreePort.Find();
    private FakeSlack _slack = null!;
    private FakeTeams _teams = null!;

    public Installing() => _program = new(_folder.FullName);

    public async ValueTask InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync();
        _teams = await FakeTeams.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        await _teams.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task on_slack_from_an_empty_folder()
    {
        var page = File.ReadAllText(Path.Combine(Repository, "docs", "install.md"));
        Steps(page, "On Slack").ShouldBeLessThanOrEqualTo(10);

        // 1. PublicUrl. 2. The manifest.
        _program.Settings["PublicUrl"] = $"http://127.0.0.1:{_port}";
        (await _program.RunAsync("manifest", "slack", "--out", "slack.json")).Exit.ShouldBe(0);
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "slack.json")))!;
        (await Schemas.SlackManifestAsync()).Validate(manifest.ToJsonString()).ShouldBeEmpty();

        // 3. to 6. The app is made of it, installed, and shows its secret and token.
        Set(_slack.Settings());
        var granted = manifest["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(scope => scope!.GetValue<string>());
        granted.ShouldBe(_slack.Scopes, ignoreOrder: true);

        // 7. The first coordinator's code. 8. Start; Slack verifies the addresses.
        var claim = await _program.RunAsync("claim");
        var code = Code().Match(claim.Said).Groups[1].Value;
        await using var bot = await _program.ServeAsync(_port);
        _slack.Bot = new Uri(bot.Address, "slack");
        using (var sender = new SlackSender(_slack.Bot))
        {
            var challenge = new JsonObject { ["type"] = "url_verification", ["challenge"] = "c1" };
            (await (await sender.EventAsync(challenge)).Content.ReadAsStringAsync()).ShouldContain("c1");
            manifest["settings"]!["event_subscriptions"]!["request_url"]!.GetValue<string>()
                .ShouldBe($"{_slack.Bot}/events");
        }

        // 9. claim. 10. bind.
        var ingrid = new SlackChatter(_slack, _slack.AddUser("Ingrid Solheim"), "C0RESULTS");
        await ingrid.TellAsync($"claim {code}");
        await ingrid.SeesAsync("coordinator of");
        await ingrid.MentionAsync("bind");
        await ingrid.SeesAsync("home place");
        var doctor = await DoctorAsync();
        doctor.Said.ShouldNotContain("✗");
        doctor.Exit.ShouldBe(0);
        doctor.Said.ShouldContain("all 14 scopes are granted");
        doctor.Said.ShouldContain("1 coordinator(s), 1 channel(s)");
    }

    [Fact]
    public async Task on_teams_from_an_empty_folder()
    {
        var page = File.ReadAllText(Path.Combine(Repository, "docs", "install.md"));
        Steps(page, "On Teams").ShouldBeLessThanOrEqualTo(10);
        _program.Settings["PublicUrl"] = $"http://127.0.0.1:{_port}";
        Set(_teams.Settings());
        (await _program.RunAsync("manifest", "teams", "--out", "copbot.zip", "--all-messages")).Exit.ShouldBe(0);
        using (var package = ZipFile.OpenRead(Path.Combine(_folder.FullName, "copbot.zip")))
        {
            package.Entries.Select(entry => entry.FullName).ShouldBe(["manifest.json", "color.png", "outline.png"]);
            using var text = new StreamReader(package.GetEntry("manifest.json")!.Open());
            var manifest = await text.ReadToEndAsync();
            manifest.ShouldContain(FakeTeams.AppId);
            manifest.ShouldContain("ChannelMessage.Read.Group");
            (await Schemas.TeamsManifestAsync()).Validate(manifest.Replace("http://", "https://", StringComparison.Ordinal)).ShouldBeEmpty();
        }

        var code = Code().Match((await _program.RunAsync("claim")).Said).Groups[1].Value;
        await using var bot = await _program.ServeAsync(_port);
        _teams.Bot = new Uri(bot.Address, "api/messages");
        var layla = new TeamsChatter(_teams, _teams.AddUser("Layla Haddad"));
        await layla.TellAsync($"claim {code}");
        await layla.SeesAsync("coordinator of");
        await layla.MentionAsync("bind");
        await layla.SeesAsync("home place");
        var doctor = await DoctorAsync();
        doctor.Said.ShouldNotContain("✗");
        doctor.Said.ShouldContain("the bot gets its own token");
    }

    [Theory]
    [InlineData("missing secret", "SigningSecret is missing", "Copy it from the app’s page, Basic Information")]
    [InlineData("client secret for signing secret", "0 requests were let in, 1 refused", "not the Client Secret")]
    [InlineData("expired token", "refuses the token: token_expired", "make a new app from the manifest")]
    [InlineData("removed app", "refuses the token: account_inactive", "Install it again")]
    [InlineData("user token", "BotToken must begin with xoxb-", "OAuth & Permissions")]
    [InlineData("missing scope", "the token lacks im:write, reactions:write", "Reinstall to Workspace")]
    [InlineData("wrong tenant", "AADSTS700016", "a single-tenant bot needs its own tenant")]
    [InlineData("wrong Teams secret", "AADSTS7000215", "Copy the secret's value, not its id")]
    [InlineData("expired Teams secret", "AADSTS7000222", "Make a new one under Certificates & secrets")]
    [InlineData("unreachable URL", "can't be reached", "Start the bot and your https proxy")]
    [InlineData("URL of something else", "but not as CopBot", "Let your https proxy pass requests on")]
    [InlineData("http URL", "PublicUrl is “http://bot.example.org”", "Use https")]
    [InlineData("wrong time", "this machine's clock is", "timedatectl set-ntp true")]
    [InlineData("unwritable disk", "can't be written to", "name another file in ConnectionStrings:CopBot")]
    [InlineData("damaged database", "can't be read", "Put a backup in its place")]
    [InlineData("wrong time zone", "which is no time zone", "Use a name such as Africa/Accra")]
    [InlineData("Slack out of reach", "Slack can't be reached", "HTTPS_PROXY")]
    public async Task a_mistake_is_named_with_its_mend(string mistake, string named, string mend)
    {
        _program.Settings["PublicUrl"] = $"http://127.0.0.1:{_port}";
        Set(mistake.Contains("Teams", StringComparison.Ordinal) || mistake == "wrong tenant" ? _teams.Settings() : _slack.Settings());
        RunningProgram? bot = null;
        await PlantAsync(mistake);
        if (mistake == "client secret for signing secret")
        {
            bot = await _program.ServeAsync(_port);
            using var sender = new SlackSender(new Uri(bot.Address, "slack"));
            (await sender.EventAsync(new JsonObject { ["type"] = "url_verification" })).StatusCode
                .ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        }

        var doctor = await DoctorAsync();
        if (bot is not null) await bot.DisposeAsync();
        doctor.Exit.ShouldBe(1, doctor.Said);
        var line = doctor.Said.Split('\n').FirstOrDefault(line => line.StartsWith('✗') && line.Contains(named, StringComparison.Ordinal));
        line.ShouldNotBeNull(doctor.Said);
        line.ShouldContain(mend);
    }

    private static string Repository => Path.GetFullPath(Path.Combine(Testing.Node.NodeProcess.Folder, "..", ".."));

    private async Task PlantAsync(string mistake)
    {
        var settings = _program.Settings;
        switch (mistake)
        {
            case "missing secret": settings["Slack:Connections:main:SigningSecret"] = ""; break;
            case "client secret for signing secret": settings["Slack:Connections:main:SigningSecret"] = new string('a', 32); break;
            case "user token": settings["Slack:Connections:main:BotToken"] = "xoxp-1"; break;
            case "expired token": _slack.TokenRefusal = "token_expired"; break;
            case "removed app": _slack.TokenRefusal = "account_inactive"; break;
            case "missing scope": _slack.Scopes.RemoveAll(scope => scope is "im:write" or "reactions:write"); break;
            case "wrong tenant": settings["Teams:Connections:main:TenantId"] = $"{Guid.NewGuid()}"; break;
            case "wrong Teams secret": _teams.TokenRefusal = "AADSTS7000215: Invalid client secret provided."; break;
            case "expired Teams secret": _teams.TokenRefusal = "AADSTS7000222: The provided client secret keys are expired."; break;
            case "URL of something else": settings["PublicUrl"] = $"{_slack.Address}"; break;
            case "http URL": settings["PublicUrl"] = "http://bot.example.org"; break;
            case "wrong time": _slack.ClockSkew = TimeSpan.FromMinutes(-11); break;
            case "unwritable disk": settings["ConnectionStrings:CopBot"] = "Data Source=/proc/copbot/copbot.db"; break;
            case "wrong time zone": settings["Communities:budget:TimeZone"] = "Accra"; break;
            case "Slack out of reach": settings["Slack:Connections:main:ApiBaseUrl"] = "http://127.0.0.1:9/api/"; break;
            case "damaged database":
                _folder.CreateSubdirectory("data");
                await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "data", "copbot.db"), new string('x', 8192));
                break;
        }
    }

    private Task<(int Exit, string Said)> DoctorAsync()
    {
        _program.Settings["URLS"] = $"http://127.0.0.1:{_port}";
        return _program.RunAsync("doctor");
    }

    private void Set(IReadOnlyDictionary<string, string> settings)
    {
        foreach (var (name, value) in settings) _program.Settings[name] = value;
    }

    /// <summary>How many numbered steps a section of the page has.</summary>
    private static int Steps(string page, string section) =>
        Regex.Count(page.Split($"## {section}", 2)[1].Split("\n## ", 2)[0], @"^\d+\.", RegexOptions.Multiline);

    [GeneratedRegex(@"claim (\S+)")]
    private static partial Regex Code();
}
