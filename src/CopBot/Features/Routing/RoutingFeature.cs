using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>Putting questions to those who know.</summary>
internal static class RoutingFeature
{
    public const string EscalationTimer = "escalate";

    public static Feature Declaration { get; } = new("Routing")
    {
        Verbs = [DeclareExpertise.Verb],
        Reactions = [Reaction.To<QuestionAsked>(Route.HandleAsync)],
        Timers = [new TimerDeclaration(EscalationTimer, Escalate.HandleAsync)],
    };
}
