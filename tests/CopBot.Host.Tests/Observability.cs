using System.Collections.Concurrent;
using System.Diagnostics;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CopBot.Host.Tests;

/// <summary>Whoever runs the bot sees what it does, and nobody sees what people write.</summary>
public sealed class Observability
{
    [Fact]
    public async Task a_question_leaves_its_measures_and_traces_and_no_words()
    {
        var traced = new ConcurrentBag<string>();
        using var meters = new HeardMeters();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "CopBot",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => traced.Add(
                $"{activity.OperationName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(activities);
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = await BotHost.StartAsync(slack.Settings());
        using var sender = new SlackSender(new Uri(bot.Address, "slack/main"));
        var user = slack.AddUser("Persimmon");
        (await sender.EventAsync(SlackEnvelopes.Event(SlackEnvelopes.Message(
            "message", user.Id, FakeSlack.DirectOf(user.Id), "im", "1700000000.000100", "find narwhals", null)))).EnsureSuccessStatusCode();
        await bot.SettleAsync();
        foreach (var name in new[] { "copbot.ack.duration", "copbot.turn.duration", "copbot.delivery.duration", "copbot.claims" })
        {
            meters.Lines.ShouldContain(line => line.StartsWith(name, StringComparison.Ordinal), name);
        }

        traced.ShouldContain(line => line.StartsWith("turn row=", StringComparison.Ordinal) && line.EndsWith("outcome=done", StringComparison.Ordinal));
        traced.ShouldContain(line => line.StartsWith("deliver outbox.row=", StringComparison.Ordinal)
            && line.Contains(" row=", StringComparison.Ordinal) && line.EndsWith("outcome=sent", StringComparison.Ordinal));
        foreach (var line in meters.Lines.Concat(traced))
        {
            foreach (var word in new[] { "narwhal", "Persimmon", user.Id }) line.ShouldNotContain(word);
        }
    }

    [Fact]
    [Trait("Engine", "Irrelevant")]
    public async Task a_collector_that_is_no_address_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("copbot-otel-").FullName;
        var program = new ShippedProgram(folder);
        program.Settings["OpenTelemetry:Endpoint"] = "collector";
        (await program.RunAsync("doctor")).Said.ShouldContain("OpenTelemetry:Endpoint is “collector”");
        program.Settings["OpenTelemetry:Endpoint"] = "http://localhost:4317";
        program.Settings["OpenTelemetry:Protocol"] = "smoke";
        (await program.RunAsync("doctor")).Said.ShouldContain("OpenTelemetry:Protocol is “smoke”");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task a_collector_gets_each_signal_where_it_expects_it()
    {
        var paths = new ConcurrentBag<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/{**path}", (HttpRequest request) => paths.Add(request.Path));
        await collector.StartAsync();
        await using (await BotHost.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OpenTelemetry:Endpoint"] = collector.Urls.Single(), ["OpenTelemetry:Protocol"] = "http",
        }))
        {
            // What it has seen is sent when it stops.
            using var activity = new ActivitySource("CopBot").StartActivity("a test");
            activity.ShouldNotBeNull();
        }

        paths.Distinct().Order().ShouldBe(["/v1/metrics", "/v1/traces"]);
    }
}
