using CopBot.Testing.Stories;

namespace CopBot.Host.Tests;

public sealed class WholeStoryAcross : WholeStoryCompliance
{
    protected override async Task<Stage> OpenAsync() => await AcrossStage.OpenAsync();
}

public sealed class WholeStoryEmulated : WholeStoryCompliance
{
    protected override Task<Stage> OpenAsync() => EmulatedStage.OpenAsync();
}

public sealed class WholeStoryByWords : WholeStoryCompliance
{
    protected override Task<Stage> OpenAsync() => PlainStage.OpenAsync();
}

public sealed class WholeStoryInThePlayground : WholeStoryCompliance
{
    protected override Task<Stage> OpenAsync() => PlaygroundStage.OpenAsync();
}
