using System.Text.RegularExpressions;
using CopBot.Pipeline;

namespace CopBot.Features.Asking;

/// <summary>Asking the community.</summary>
internal static partial class AskingFeature
{
    public static Feature Declaration { get; } = new("Asking")
    {
        Verbs =
        [
            new Verb("ask", new("ask <question> – ask the community", "demander <question> – interroger la communauté"))
            {
                Aliases = ["demander"],
                Argument = Anything(),
                ArgumentRequired = true,
                Handle = (turn, call, cancel) => Ask.HandleAsync(turn, new(call.Argument, call.Message), cancel),
            },
        ],
        Actions =
        [
            new ActionDeclaration("draft-ask") { Handle = ResolveDraft.AskAsync },
        ],
        Intents =
        [
            IntentHandler.For<NewQuestion>(Ask.HandleAsync),
            IntentHandler.For<QuestionSourceChanged>(ChangeQuestion.HandleAsync),
        ],
    };

    [GeneratedRegex(@"[:\s]*(?<question>.+)", RegexOptions.Singleline | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Anything();
}
