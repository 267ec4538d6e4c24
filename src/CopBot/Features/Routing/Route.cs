using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>A new question is put to those who know, and its asker sees who that is and what happens next.</summary>
internal static class Route
{
    public static async Task<Outcome> HandleAsync(Turn turn, QuestionAsked asked, CancellationToken cancel)
    {
        var outcome = new Outcome();
        var question = asked.Question;
        if (turn.Community.Mirror == Mirror.Always) await Mirroring.OpenAsync(turn, question, cancel);
        var newly = await Assigning.AssignAsync(turn, question, outcome, cancel);
        var next = Escalate.NextAt(turn);
        outcome.Wait(new After(RoutingFeature.EscalationTimer, question.Id, next));
        var people = await turn.Db.PeopleOfAsync(question, cancel);
        var shownIn = await Whereabouts.OfAsync(turn, question, cancel);
        outcome.Send(Carrying.Refresh(turn, question, people, next, shownIn));
        if (newly == 0) outcome.Send(await Coordinators.TellAsync(turn, question, Coordinators.NobodyKnown, cancel));
        return outcome;
    }
}
