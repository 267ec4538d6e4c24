using CopBot.Testing.Platforms;

namespace CopBot.Host.Tests;

public sealed class PlainOutbound : OutboundCompliance
{
    protected override Task<PlatformBench> OpenAsync() => PlainBench.OpenAsync();
}

public sealed class PlainInbound : InboundCompliance
{
    protected override Task<PlatformBench> OpenAsync() => PlainBench.OpenAsync();
}
