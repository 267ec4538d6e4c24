using CopBot.Testing.Stories;

namespace CopBot.Host.Tests;

public sealed class WholeStoryAcross : WholeStoryCompliance
{
    protected override async Task<Stage> OpenAsync() => await AcrossStage.OpenAsync();

    protected override Task ReplyInDirectChatAsync(Chatter expert, Seen followUp, string text) =>
        AcrossStory.AnswerWhatIsMeantAsync(expert, text);
}

public sealed class WholeStoryEmulated : WholeStoryCompliance
{
    protected override Task<Stage> OpenAsync() => EmulatedStage.OpenAsync();

    protected override Task ReplyInDirectChatAsync(Chatter expert, Seen followUp, string text) =>
        AcrossStory.AnswerWhatIsMeantAsync(expert, text);
}

public sealed class WholeStoryByWords : WholeStoryCompliance
{
    protected override Task<Stage> OpenAsync() => PlainStage.OpenAsync();
}

public sealed class WholeStoryInThePlayground : WholeStoryCompliance
{
    protected override Task<Stage> OpenAsync() => PlaygroundStage.OpenAsync();
}
