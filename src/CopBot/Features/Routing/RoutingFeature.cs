using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>Putting questions to those who know.</summary>
internal static partial class RoutingFeature
{
    public const string EscalationTimer = "escalate";

    public static Feature Declaration { get; } = new("Routing")
    {
        Topic = HelpTopic.Answering,
        Verbs =
        [
            DeclareExpertise.Verb,
            new Verb("ask anyway", new("ask anyway – although somebody asks the same", "demander quand même – bien que quelqu’un demande la même chose"))
            {
                IsButton = true,
                Aliases = ["demander quand même"],
                Handle = (turn, _, cancel) => AskAnyway.LastAsync(turn, cancel),
            },
            new Verb("pass", new("pass Q7 – let somebody else answer", "passer Q7 – laisser quelqu’un d’autre répondre"))
            {
                Aliases = ["passer"],
                Argument = Handle(),
                Handle = async (turn, call, cancel) => Pass.Handle(turn, await ThreadOf.NamedAsync(turn, call, cancel)),
            },
            new Verb("take", new("take Q7 – answer a question that waits", "prendre Q7 – répondre à une question qui attend"))
            {
                Aliases = ["prendre"],
                Argument = Handle(),
                ArgumentRequired = true,
                Handle = async (turn, call, cancel) =>
                    await Take.HandleAsync(turn, await ThreadOf.NamedAsync(turn, call, cancel), cancel),
            },
            new Verb("suggest", new(
                "suggest Q7: <name> – say who knows better", "proposer Q7 : <nom> – dire qui connaît mieux"))
            {
                Aliases = ["proposer"],
                Argument = HandleAndName(),
                ArgumentRequired = true,
                Handle = async (turn, call, cancel) => await Suggest.HandleAsync(
                    turn,
                    await ThreadOf.NamedAsync(turn, call, cancel),
                    Handles.Split(call.Argument)?.Words ?? call.Argument,
                    call.Message.Mentions,
                    cancel),
            },
            new Verb("show", new("show Q7 – show a private question in the channels", "montrer Q7 – montrer une question privée dans les canaux"))
            {
                IsButton = true,
                Aliases = ["montrer"],
                Argument = Handle(),
                ArgumentRequired = true,
                Handle = async (turn, call, cancel) =>
                    await Agreement.GiveAsync(turn, await ThreadOf.NamedAsync(turn, call, cancel), cancel),
            },
        ],
        Actions =
        [
            new ActionDeclaration("ask-anyway")
            {
                Handle = async (turn, press, cancel) => await AskAnyway.HandleAsync(
                    turn, await turn.Db.FindQuestionAsync(press.Argument, cancel), cancel),
            },
            new ActionDeclaration("pass")
            {
                Handle = async (turn, press, cancel) =>
                    Pass.Handle(turn, await turn.Db.FindQuestionAsync(press.Argument, cancel)),
            },
            new ActionDeclaration("not-answered") { Handle = Noticed.GoOnAsync },
            new ActionDeclaration("take")
            {
                Handle = async (turn, press, cancel) => await Take.HandleAsync(
                    turn, await turn.Db.FindQuestionAsync(press.Argument, cancel), cancel),
            },
            new ActionDeclaration(Suggest.FormId) { Open = Suggest.OpenAsync },
            new ActionDeclaration("show-in-channels")
            {
                Handle = async (turn, press, cancel) => await Agreement.GiveAsync(
                    turn, await turn.Db.FindQuestionAsync(press.Argument, cancel), cancel),
            },
            new ActionDeclaration("keep-private")
            {
                Handle = async (turn, press, cancel) =>
                    Agreement.Refuse(turn, await turn.Db.FindQuestionAsync(press.Argument, cancel)),
            },
        ],
        Forms =
        [
            new FormDeclaration(Suggest.FormId, [Suggest.NameField])
            {
                Handle = async (turn, sent, cancel) => await Suggest.HandleAsync(
                    turn, await turn.Db.FindQuestionAsync(sent.Argument, cancel), sent.Values["name"], [], cancel),
            },
        ],
        Reactions =
        [
            Reaction.To<QuestionAsked>(Route.HandleAsync),
            Reaction.To<ExpertsWanted>(Route.AfterAllAsync),
            Reaction.To<QuestionDeclined>((turn, declined, cancel) =>
                Route.AgainAsync(turn, declined.Question, cancel)),
            Reaction.To<AnswerDeleted>((turn, deleted, cancel) => deleted.Answer.Kind == ContributionKind.Answer
                ? Route.AgainAsync(turn, deleted.Question, cancel)
                : Task.FromResult(Outcome.Nothing)),
        ],
        Timers = [new TimerDeclaration(EscalationTimer, Escalate.HandleAsync)],
    };

    [GeneratedRegex(@"Q[0-9]{1,9}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Handle();

    [GeneratedRegex(@"(?:Q[0-9]{1,9}\b\s*[:,.–-]?\s*|:\s*)\S.{0,200}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex HandleAndName();
}
