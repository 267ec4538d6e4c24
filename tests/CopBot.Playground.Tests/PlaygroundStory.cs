using CopBot.Testing.Stories;

namespace CopBot.Playground.Tests;

public sealed class PlaygroundStory : StoryCompliance
{
    protected override Task<Stage> OpenAsync() => PlaygroundStage.OpenAsync();
}
