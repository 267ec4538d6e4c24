using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>Somebody who was asked passes: it goes to the next, and nobody minds.</summary>
internal static class Pass
{
    private static readonly Phrase Thanks = new(
        "Fine. {0} goes to somebody else; you still may answer.", "Très bien. {0} va à quelqu’un d’autre ; vous pouvez encore répondre.");

    public static Phrase NotAsked { get; } = new(
        "That question does not wait for you.", "Cette question ne vous attend pas.");

    public static Outcome Handle(Turn turn, Question? question)
    {
        var me = turn.Me.Member.Id;
        if (!IsWaitingFor(question, me)) return Outcome.Of(turn.Tell(NotAsked));
        question!.PassedBy(me, turn.Now);
        return Outcome.Of(turn.Tell(Thanks, question.Handle)).Raise(new QuestionDeclined(question, me, "passed"));
    }

    public static bool IsWaitingFor(Question? question, Guid member) => question is { State: QuestionState.Open }
        && question.Assignments.Exists(a => a.MemberId == member && a.State == AssignmentState.Pending);
}
