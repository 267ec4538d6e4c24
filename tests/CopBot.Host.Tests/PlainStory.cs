using CopBot.Testing.Stories;

namespace CopBot.Host.Tests;

/// <summary>The story by words alone: no buttons, no edits, no threads, five hundred characters.</summary>
public sealed class PlainStory : StoryCompliance
{
    protected override bool ChangesMessages => false;

    protected override Task<Stage> OpenAsync() => PlainStage.OpenAsync();
}
