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
