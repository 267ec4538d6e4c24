using CopBot.Testing.Stories;

namespace CopBot.Host.Tests;

/// <summary>Asked in an emulated Slack that is not ours, over real HTTP; answered in Teams.</summary>
public sealed class EmulatedStory : StoryCompliance
{
    protected override Task<Stage> OpenAsync() => EmulatedStage.OpenAsync();

    /// <summary>Direct chats of Teams have no threads: the bot asks what is meant.</summary>
    protected override Task ReplyInDirectChatAsync(Chatter expert, Seen followUp, string text) =>
        AcrossStory.AnswerWhatIsMeantAsync(expert, text);
}
