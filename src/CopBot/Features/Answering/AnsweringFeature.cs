using System.Text.RegularExpressions;
using CopBot.Pipeline;

namespace CopBot.Features.Answering;

/// <summary>Answers, comments and follow-ups, wherever they are said.</summary>
internal static partial class AnsweringFeature
{
    public static Feature Declaration { get; } = new("Answering")
    {
        Topic = HelpTopic.Answering,
        Verbs =
        [
            new Verb("answer", new("answer Q7: <text> – answer a question", "répondre Q7 : <texte> – répondre à une question"))
            {
                Aliases = ["répondre", "repondre"],
                Argument = HandleAndText(),
                ArgumentRequired = true,
                Handle = AnswerByWords.HandleAsync,
            },
        ],
        Actions =
        [
            new ActionDeclaration("answer") { Open = AnswerForm.OpenAsync },
            new ActionDeclaration("follow-up") { Open = FollowUpForm.OpenAsync },
            new ActionDeclaration("draft-contribute") { Handle = ResolveDraft.ContributeAsync },
        ],
        Forms =
        [
            new FormDeclaration(AnswerForm.Id, [AnswerForm.TextField]) { Handle = AnswerForm.SubmitAsync },
            new FormDeclaration(FollowUpForm.Id, [FollowUpForm.TextField]) { Handle = FollowUpForm.SubmitAsync },
        ],
        Intents =
        [
            IntentHandler.For<ThreadMessage>(SayInThread.HandleAsync),
            IntentHandler.For<DoubtfulMessage>(AskWhatIsMeant.HandleAsync),
            IntentHandler.For<ContributionSourceChanged>(ChangeContribution.HandleAsync),
        ],
        DigestSections = [AnsweredInDigest.Section],
    };

    [GeneratedRegex(
        @"Q[0-9]{1,9}\b\s*[:,.–-]?\s*\S.*",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        100)]
    private static partial Regex HandleAndText();
}
