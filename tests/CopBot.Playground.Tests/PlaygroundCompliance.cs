using CopBot.Testing.Platforms;

namespace CopBot.Playground.Tests;

public sealed class PlaygroundOutbound : OutboundCompliance
{
    protected override Task<PlatformBench> OpenAsync() => PlaygroundBench.OpenAsync();
}

public sealed class PlaygroundInbound : InboundCompliance
{
    protected override Task<PlatformBench> OpenAsync() => PlaygroundBench.OpenAsync();
}
