using CopBot.Chat;
using CopBot.Testing.Platforms;

namespace CopBot.Slack.Tests;

public sealed class SlackOutbound : OutboundCompliance
{
    protected override async Task<PlatformBench> OpenAsync() => await SlackBench.OpenAsync();
}

public sealed class SlackInbound : InboundCompliance
{
    protected override async Task<PlatformBench> OpenAsync() => await SlackBench.OpenAsync();
}

public sealed class SlackInTrouble : TroubleCompliance
{
    protected override async Task<RemoteBench> OpenAsync() => await SlackBench.OpenAsync();
}

public sealed class SlackOutOfOrder : OutageCompliance
{
    protected override async Task<RemoteBench> OpenAsync(TimeProvider clock) => await SlackBench.OpenAsync(clock);
}

public sealed class SlackSendingTime : SendingTimeCompliance
{
    protected override AccountRef Person => new("slack/main", "U1");

    protected override IChatPlatform Over(HttpClient http, SecurityClock clock) => new SlackPlatform(
        new Dictionary<string, SlackConnectionOptions> { ["main"] = new() { ApiBaseUrl = "http://127.0.0.1/api/" } },
        http,
        new OneFact(null),
        clock);

    protected override (bool IsOpening, string Json) AnswerOf(string path) => path == "/api/conversations.open"
        ? (true, """{"ok":true,"channel":{"id":"D1"}}""")
        : (false, """{"ok":true,"channel":"D1","ts":"1700000000.000100"}""");
}
