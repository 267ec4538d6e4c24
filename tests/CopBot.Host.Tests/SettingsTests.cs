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
            "Playground:Enabled", "Database:Provider", "SigningSecret is missing", "xoxb-", "ApiBaseUrl", "AppId", "TenantId",
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
