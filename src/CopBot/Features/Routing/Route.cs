using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>A question is put to those who know, and its asker sees who that is and what happens next.</summary>
internal static class Route
{
    /// <summary>So long an asker may choose to follow the question that says the same.</summary>
    private static readonly TimeSpan TimeToChoose = TimeSpan.FromMinutes(10);

    /// <summary>So long an asker may read what the community knows already.</summary>
    private static readonly TimeSpan TimeToRead = TimeSpan.FromHours(1);

    /// <summary>A new question.</summary>
    public static async Task<Outcome> HandleAsync(Turn turn, QuestionAsked asked, CancellationToken cancel)
    {
        var outcome = new Outcome();
        var question = asked.Question;
        if (turn.Community.Mirror == Mirror.Always) await Mirroring.OpenAsync(turn, question, cancel);
        if (question.SameAs is null && !question.Suggested)
        {
            await FirstAsync(turn, question, outcome, cancel);
        }
        else
        {
            question.AsksLater = true;
            Escalate.Plan(turn, question, turn.Now + (question.Suggested ? TimeToRead : TimeToChoose), outcome);
        }

        return outcome.Send(await CardsAsync(turn, question, _ => true, cancel));
    }

    /// <summary>Asks for the first time; again once the quiet hours are over that stood in the way.</summary>
    public static async Task FirstAsync(Turn turn, Question question, Outcome outcome, CancellationToken cancel)
    {
        (question.SameAs, question.Suggested) = (null, false);
        var (newly, later) = await Assigning.AssignAsync(turn, question, outcome, cancel);
        var next = Escalate.After(turn, 1);
        Escalate.Plan(turn, question, later < next ? later.Value : next, outcome);
        if (newly == 0 && later is null)
        {
            outcome.Send(await Coordinators.TellAsync(turn, question, Coordinators.NobodyKnown, cancel));
        }
    }

    /// <summary>What the community knows already did not help.</summary>
    public static async Task<Outcome> AfterAllAsync(Turn turn, ExpertsWanted wanted, CancellationToken cancel)
    {
        var outcome = new Outcome();
        if (!wanted.Question.IsWaiting) return outcome;
        await FirstAsync(turn, wanted.Question, outcome, cancel);
        return outcome.Send(await CardsAsync(
            turn, wanted.Question, thread => thread.Kind is ThreadKind.Origin or ThreadKind.Asked, cancel));
    }

    /// <summary>Who was asked is not asked any more: if nobody else is, the next step comes at once.</summary>
    public static async Task<Outcome> AgainAsync(Turn turn, Question question, CancellationToken cancel)
    {
        var outcome = new Outcome();
        if (question.IsWaiting && !question.Assignments.Exists(a => a.State == AssignmentState.Pending))
        {
            var (newly, later) = await Assigning.AssignAsync(turn, question, outcome, cancel);
            if (newly > 0) Escalate.Plan(turn, question, Escalate.After(turn, 1), outcome);
            else if (later is { } at) Escalate.Plan(turn, question, at, outcome);
            else return await Escalate.AdvanceAsync(turn, question, cancel);
        }

        else if (question.IsWaiting && (question.NextStepAt is null || question.NextStepAt <= turn.Now))
        {
            Escalate.Plan(turn, question, Escalate.After(turn, 1), outcome);
        }

        bool Changed(QuestionThread thread) => thread.Kind == ThreadKind.Origin
            || question.Assignments.Exists(a =>
                a.MemberId == thread.MemberId && (a.AskedAt == turn.Now || a.EndedAt == turn.Now));
        return outcome.Send(await CardsAsync(turn, question, Changed, cancel));
    }

    public static async Task<IEnumerable<Chat.Effect>> CardsAsync(
        Turn turn, Question question, Func<QuestionThread, bool> only, CancellationToken cancel)
    {
        var people = await turn.Db.PeopleOfAsync(question, cancel);
        var shownIn = await Whereabouts.OfAsync(turn, question, cancel);
        return Carrying.Refresh(turn, question, people, shownIn, only);
    }
}
