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
