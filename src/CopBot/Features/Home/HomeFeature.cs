using CopBot.Pipeline;

namespace CopBot.Features.Home;

/// <summary>A person's own page: questions, what waits, and settings, on platforms that have such a page.</summary>
internal static class HomeFeature
{
    public static Feature Declaration { get; } = new("Home")
    {
        Intents = [IntentHandler.For<HomeVisited>(Page.ShowAsync)],
    };
}
