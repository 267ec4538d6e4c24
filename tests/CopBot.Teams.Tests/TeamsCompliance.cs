using CopBot.Chat;
using CopBot.Testing.Platforms;

namespace CopBot.Teams.Tests;

public sealed class TeamsOutbound : OutboundCompliance
{
    protected override async Task<PlatformBench> OpenAsync() => await TeamsBench.OpenAsync();
}

public sealed class TeamsInbound : InboundCompliance
{
    protected override async Task<PlatformBench> OpenAsync() => await TeamsBench.OpenAsync();
}

public sealed class TeamsInTrouble : TroubleCompliance
{
    protected override async Task<RemoteBench> OpenAsync() => await TeamsBench.OpenAsync();
}

public sealed class TeamsOutOfOrder : OutageCompliance
{
    protected override async Task<RemoteBench> OpenAsync(TimeProvider clock) => await TeamsBench.OpenAsync(clock);
}

public sealed class TeamsSendingTime : SendingTimeCompliance
{
    protected override AccountRef Person => new("teams/main", "29:1");

    protected override IChatPlatform Over(HttpClient http, SecurityClock clock) => new TeamsPlatform(
        new Dictionary<string, TeamsConnectionOptions> { ["main"] = TeamsConnectionOptions.LocalClient("practice") },
        http,
        new OneFact("http://127.0.0.1/"),
        clock);

    protected override (bool IsOpening, string Json) AnswerOf(string path) =>
        (path == "/v3/conversations", """{"id":"a:1"}""");
}
