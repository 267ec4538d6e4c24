using CopBot.Testing.Stories;

namespace CopBot.Host.Tests;

/// <summary>Asked in Slack, answered in Teams.</summary>
public sealed class AcrossStory : StoryCompliance
{
    internal static async Task AnswerWhatIsMeantAsync(Chatter expert, string text)
    {
        await expert.TellAsync(text);
        var doubt = await expert.SeesAsync(text, "draft-contribute");
        await expert.PressAsync(doubt, "draft-contribute");
    }

    protected override async Task<Stage> OpenAsync() => await AcrossStage.OpenAsync();

    /// <summary>Direct chats of Teams have no threads: the bot asks what is meant.</summary>
    protected override Task ReplyInDirectChatAsync(Chatter expert, Seen followUp, string text) =>
        AnswerWhatIsMeantAsync(expert, text);
}
