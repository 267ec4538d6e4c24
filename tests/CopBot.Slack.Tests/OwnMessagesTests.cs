using System.Text.Json.Nodes;
using CopBot.Slack.Outbound;
using CopBot.Slack.WebApi;
using CopBot.Testing.Fakes.Slack;

namespace CopBot.Slack.Tests;

/// <summary>The bot finds what it sent, however much was said around it.</summary>
public sealed class OwnMessagesTests : IAsyncLifetime
{
    private const string Channel = "C0RESULTS";
    private readonly HttpClient _http = new();
    private readonly Guid _id = Guid.CreateVersion7();
    private FakeSlack _slack = null!;

    public async ValueTask InitializeAsync() => _slack = await FakeSlack.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _slack.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task among_hundreds_of_messages_of_the_last_minutes(bool inThread)
    {
        var root = inThread ? _slack.Add(Channel, "U1", "Root").Ts : null;
        Say(250, root);
        var own = _slack.Add(Channel, "U0BOT", "Ours", root, metadata: Metadata(_id)).Ts;
        Say(250, root);
        (await FindAsync(_id, root)).ShouldBe((own, null));
        (await FindAsync(Guid.CreateVersion7(), root)).ShouldBe((null, null));
    }

    [Fact]
    public async Task without_reading_what_a_thread_held_before()
    {
        var root = _slack.Add(Channel, "U1", "Root").Ts;
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-1).ToUnixTimeSeconds();
        for (var i = 0; i < 1_000; i++) _slack.Add(Channel, "U1", "Before", root, ts: $"{yesterday}.{i:D6}");
        var own = _slack.Add(Channel, "U0BOT", "Ours", root, metadata: Metadata(_id)).Ts;
        (await FindAsync(_id, root)).ShouldBe((own, null));
        _slack.Calls.Count(call => call == "conversations.replies").ShouldBe(1);
    }

    [Fact]
    public async Task without_reading_what_was_said_long_after()
    {
        var then = TimeProvider.System.GetUtcNow().AddHours(-1);
        var own = _slack.Add(
            Channel, "U0BOT", "Ours", metadata: Metadata(_id), ts: $"{then.AddSeconds(9).ToUnixTimeSeconds()}.000001").Ts;
        Say(5_000, thread: null);
        (await FindAsync(_id, thread: null, then)).ShouldBe((own, null));
        (await FindAsync(Guid.CreateVersion7(), thread: null, then)).ShouldBe((null, null));
    }

    private static JsonObject Metadata(Guid id) => new()
    {
        ["event_type"] = OwnMessages.MetadataType,
        ["event_payload"] = new JsonObject { ["id"] = $"{id:N}" },
    };

    private void Say(int times, string? thread)
    {
        for (var i = 0; i < times; i++) _slack.Add(Channel, "U1", "Somebody’s", thread);
    }

    private Task<(string? Ts, Chat.Delivery? Failure)> FindAsync(
        Guid id, string? thread, DateTimeOffset? since = null) =>
        new OwnMessages(new SlackWebApi(_http, $"{_slack.Address}api/", FakeSlack.BotToken, pace: null))
            .FindAsync(id, Channel, thread, since ?? TimeProvider.System.GetUtcNow(), CancellationToken.None);
}
