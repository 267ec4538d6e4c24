using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Asking;

/// <summary>Asking the community.</summary>
internal static partial class AskingFeature
{
    public static Feature Declaration { get; } = new("Asking")
    {
        Topic = HelpTopic.Asking,
        Verbs =
        [
            new Verb("ask", new("ask <question> – ask the community", "demander <question> – interroger la communauté"))
            {
                Aliases = ["demander"],
                Argument = Anything(),
                ArgumentRequired = true,
                Handle = Ask.ByVerbAsync,
            },
            new Verb("ask privately", new(
                "ask privately <question> – shown to those who are asked, and to nobody else",
                "demander en privé <question> – visible seulement des personnes sollicitées"))
            {
                Aliases = ["demander en privé", "demander en prive"],
                Argument = Anything(),
                ArgumentRequired = true,
                Handle = (turn, call, cancel) => Ask.PrivatelyAsync(turn, call, anonymous: false, cancel),
            },
            new Verb("ask anonymously", new(
                "ask anonymously <question> – nobody learns who asks",
                "demander anonymement <question> – personne n’apprend qui demande"))
            {
                Aliases = ["demander anonymement"],
                Argument = Anything(),
                ArgumentRequired = true,
                Handle = (turn, call, cancel) => Ask.PrivatelyAsync(turn, call, anonymous: true, cancel),
            },
            new Verb("status", new("status – your questions, and what waits for you", "état – vos questions, et ce qui vous attend"))
            {
                Aliases = ["état", "etat"],
                Argument = Handle(),
                Handle = Status.HandleAsync,
            },
            new Verb("withdraw", new("withdraw Q7 – take a question or an answer back", "retirer Q7 – retirer une question ou une réponse"))
            {
                Aliases = ["retirer"],
                Argument = HandleOrAnswer(),
                Handle = Withdraw.ByWordsAsync,
            },
            new Verb("follow", new("follow Q7 – see what is said about a question", "suivre Q7 – voir ce qui est dit d’une question"))
            {
                Aliases = ["suivre"],
                Argument = Handle(),
                Handle = async (turn, call, cancel) =>
                    await Follow.HandleAsync(turn, await ThreadOf.NamedAsync(turn, call, cancel), cancel),
            },
        ],
        Actions =
        [
            new ActionDeclaration(AskForm.Id) { OpenOn = AskForm.OpenAsync },
            new ActionDeclaration("ask-message") { OpenOn = AskForm.OpenAsync },
            new ActionDeclaration("draft-ask") { Handle = ResolveDraft.AskAsync },
            new ActionDeclaration("follow-instead") { Handle = Follow.InsteadAsync },
            new ActionDeclaration("withdraw")
            {
                Handle = async (turn, press, cancel) => await Withdraw.HandleAsync(
                    turn, await turn.Db.FindQuestionAsync(press.Argument, cancel), cancel),
            },
        ],
        Forms = [new FormDeclaration(AskForm.Id, AskForm.Fields) { Handle = AskForm.SubmitAsync }],
        Intents =
        [
            IntentHandler.For<NewQuestion>(Ask.HandleAsync),
            IntentHandler.For<QuestionSourceChanged>(ChangeQuestion.HandleAsync),
            IntentHandler.For<DraftSourceChanged>(ResolveDraft.HandleAsync),
        ],
        DigestSections = [UnansweredInDigest.Section, TopicsInDigest.Section],
    };

    [GeneratedRegex(
        @"^[:\s]*(anonym|privately|en\s+priv)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    internal static partial Regex NearlySecret();

    [GeneratedRegex(@"[:\s]*(?<question>.+)", RegexOptions.Singleline | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Anything();

    [GeneratedRegex(@"Q[0-9]{1,9}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Handle();

    [GeneratedRegex(@"Q[0-9]{1,9}(?:\.[0-9]{1,4})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex HandleOrAnswer();
}
