using CopBot.Pipeline;

namespace CopBot.Features.Pages;

/// <summary>The coordinator's pages, in a browser.</summary>
internal static class PagesFeature
{
    public static Feature Declaration { get; } = new("Pages")
    {
        Topic = HelpTopic.Coordinating,
        Verbs =
        [
            new Verb("page", new("page – the community in your browser", "page – la communauté dans votre navigateur"))
            {
                Aliases = ["sign in", "se connecter"],
                Who = Who.Coordinator,
                Where = Where.Direct,
                Handle = (turn, _, _) => Task.FromResult(SendLink.Handle(turn)),
            },
        ],
    };
}
