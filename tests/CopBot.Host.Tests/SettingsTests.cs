using CopBot.Host.Composition;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace CopBot.Host.Tests;

/// <summary>Wrong settings stop the start, and one message names every fault.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void every_fault_is_named_in_one_message()
    {
        var failure = Should.Throw<SettingsException>(() => Read("Production", new()
        {
            ["Playground:Enabled"] = "true",
            ["Teams:AllowAnonymous"] = "true",
            ["Database:Provider"] = "Oracle",
            ["Slack:Connections:main:BotToken"] = "nonsense",
            ["Slack:Connections:main:ApiBaseUrl"] = "http://slack.example/",
            ["Teams:Connections:main:AppId"] = "x",
            ["Communities:a:TimeZone"] = "Mars/Olympus",
            ["Communities:a:Mirror"] = "Sometimes",
            ["Communities:b:Escalation"] = "soon",
        }));
        var expected = new[]
        {
            "Playground:Enabled", "Teams:AllowAnonymous", "Database:Provider", "SigningSecret is missing", "xoxb-", "ApiBaseUrl", "AppId", "TenantId",
            "ClientSecret", "Mars/Olympus", "Sometimes", "Escalation", "Slack:Connections:main:Community is missing",
        };
        foreach (var fault in expected) failure.Message.ShouldContain(fault);
    }

    [Fact]
    public void the_playground_is_off_in_production_and_beside_a_real_connection()
    {
        Read("Production", []).Playground.ShouldBeFalse();
        Read("Development", []).Playground.ShouldBeTrue();
        Read("Development", new()
        {
            ["Slack:Connections:main:SigningSecret"] = "s",
            ["Slack:Connections:main:BotToken"] = "xoxb-1",
        }).Playground.ShouldBeFalse();
    }

    [Fact]
    public void a_local_client_may_come_in_without_a_token_only_where_the_playground_is()
    {
        Read("Development", []).Teams.Keys.ShouldBe(["local"]);
        Read("Production", []).Teams.ShouldBeEmpty();
        Read("Development", new() { ["Teams:AllowAnonymous"] = "false" }).Teams.ShouldBeEmpty();
        Read("Development", new() { ["Playground:Enabled"] = "false" }).Teams.ShouldBeEmpty();
        Read("Development", new()
        {
            ["Slack:Connections:main:SigningSecret"] = "s",
            ["Slack:Connections:main:BotToken"] = "xoxb-1",
        }).Teams.ShouldBeEmpty();
    }

    [Fact]
    public void teams_wants_exactly_one_kind_of_credentials_that_can_be_used()
    {
        var both = Should.Throw<SettingsException>(() => Read("Production", Teams(new()
        {
            ["Teams:Connections:main:ClientSecret"] = "s", ["Teams:Connections:main:ManagedIdentity"] = "true",
        })));
        both.Message.ShouldContain("only one of ClientSecret, CertificatePath and ManagedIdentity");
        var lost = Should.Throw<SettingsException>(() => Read("Production", Teams(new()
        {
            ["Teams:Connections:main:CertificatePath"] = "/nowhere/bot.pfx",
        })));
        lost.Message.ShouldContain("/nowhere/bot.pfx");
        Read("Production", Teams(new() { ["Teams:Connections:main:ManagedIdentity"] = "true" })).Teams.Count.ShouldBe(1);
    }

    private static Dictionary<string, string?> Teams(Dictionary<string, string?> credentials) => new(credentials)
    {
        ["Teams:Connections:main:AppId"] = Guid.NewGuid().ToString(),
        ["Teams:Connections:main:TenantId"] = Guid.NewGuid().ToString(),
    };

    private static Settings Read(string environment, Dictionary<string, string?> settings) => Settings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new Surroundings(environment));

    private sealed class Surroundings(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "CopBot";

        public string ContentRootPath { get; set; } = "/nowhere";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
