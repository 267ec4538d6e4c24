using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Using;

/// <summary>Weeks later: was it used?</summary>
internal static class UsingFeature
{
    public const string Timer = "follow-up";

    public static Feature Declaration { get; } = new("Using")
    {
        Topic = HelpTopic.Asking,
        Actions =
        [
            Answers("used-yes", FollowUpAnswer.Yes),
            Answers("used-adapted", FollowUpAnswer.Adapted),
            Answers("used-planned", FollowUpAnswer.Planned),
            Answers("used-no", FollowUpAnswer.No),
        ],
        Verbs =
        [
            Says("used it", new("used it – what helped was used", "utilisé – ce qui a aidé a servi"), "utilisé", FollowUpAnswer.Yes),
            Says("adapted it", new("adapted it – used in another form", "adapté – utilisé sous une autre forme"), "adapté", FollowUpAnswer.Adapted),
            Says("plan to use it", new("plan to use it – not yet", "prévu – pas encore"), "prévu", FollowUpAnswer.Planned),
            Says("did not use it", new("did not use it – it was not used", "pas utilisé – cela n’a pas servi"), "pas utilisé", FollowUpAnswer.No),
        ],
        Reactions = [Reaction.To<AnswerAccepted>(AskWhetherUsed.PlanAsync)],
        Timers = [new TimerDeclaration(Timer, AskWhetherUsed.DueAsync)],
    };

    private static ActionDeclaration Answers(string id, FollowUpAnswer answer) => new(id)
    {
        Handle = (turn, press, cancel) => AskWhetherUsed.AnswerAsync(turn, press.Argument, answer, cancel),
    };

    private static Verb Says(string name, Phrase help, string french, FollowUpAnswer answer) => new(name, help)
    {
        Aliases = [french],
        IsButton = true,
        Where = Where.Direct,
        Handle = (turn, _, cancel) => AskWhetherUsed.AnswerLastAsync(turn, answer, cancel),
    };
}
