using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>
/// Nobody answered in time: the next who know are asked; then the home places; then the coordinators. Each step says
/// so where the question was asked.
/// </summary>
internal static class Escalate
{
    /// <summary>Twice two people: asking more one after the other wears out everybody's patience.</summary>
    private const int MostRounds = 2;

    private static readonly Phrase NextAsked = new(
        "{0}: no answer yet. I asked the next.", "{0} : pas encore de réponse. J’ai demandé aux suivants.");

    private static readonly Phrase Mirrored = new(
        "{0}: no answer yet. I asked in the home places of the community.",
        "{0} : pas encore de réponse. J’ai posé la question dans les lieux de la communauté.");

    private static readonly Phrase Told = new(
        "{0}: no answer yet. I told the coordinators; the question stays open.",
        "{0} : pas encore de réponse. J’ai prévenu la coordination ; la question reste ouverte.");

    public static DateTimeOffset NextAt(Turn turn) =>
        WorkingTime.After(turn.Now, turn.Community.EscalateAfterHours, turn.Community.TimeZone);

    public static async Task<Outcome> HandleAsync(Turn turn, TimerIntent due, CancellationToken cancel)
    {
        var question = await turn.Db.FindQuestionAsync(due.SubjectId, cancel);
        if (question is not { State: QuestionState.Open } || IsAnswered(question)) return Outcome.Nothing;
        var outcome = new Outcome();
        Expire(question, turn.Now);
        var (step, words, last) = await StepAsync(turn, question, outcome, cancel);
        outcome.Raise(new QuestionEscalated(question, step));
        DateTimeOffset? next = last ? null : NextAt(turn);
        if (next is { } at) outcome.Wait(new After(RoutingFeature.EscalationTimer, question.Id, at));
        var people = await turn.Db.PeopleOfAsync(question, cancel);
        var shownIn = await Whereabouts.OfAsync(turn, question, cancel);
        outcome.Send(Carrying.Refresh(
            turn, question, people, next, shownIn, only: thread => Changed(question, thread, turn.Now)));
        var origin = question.Threads.Single(t => t.Kind == ThreadKind.Origin);
        var language = Carrying.LanguageOf(turn, origin, people);
        return outcome.Send(origin.Show(Card.Saying(words.In(language, question.Handle)), key: null));
    }

    private static async Task<(string Step, Phrase Words, bool Last)> StepAsync(
        Turn turn, Question question, Outcome outcome, CancellationToken cancel)
    {
        var rounds = question.Assignments.Select(assignment => assignment.AskedAt).Distinct().Count();
        if (rounds < MostRounds && await Assigning.AssignAsync(turn, question, outcome, cancel) > 0)
        {
            return ("experts", NextAsked, false);
        }

        if (turn.Community.Mirror != Mirror.Asked && await Mirroring.OpenAsync(turn, question, cancel))
        {
            return ("home_places", Mirrored, false);
        }

        outcome.Send(await Coordinators.TellAsync(turn, question, Coordinators.Unanswered, cancel));
        return ("coordinators", Told, true);
    }

    /// <summary>Where it was asked, whoever was asked or relieved in this step, and places it is new in.</summary>
    private static bool Changed(Question question, QuestionThread thread, DateTimeOffset now)
    {
        if (thread.Kind == ThreadKind.Origin) return true;
        if (thread.Kind == ThreadKind.Mirror) return thread.ThreadId is null;
        var assignment = question.Assignments.Find(a => a.MemberId == thread.MemberId);
        return assignment?.AskedAt == now || assignment?.EndedAt == now;
    }

    private static bool IsAnswered(Question question) =>
        question.Contributions.Exists(c => c.Kind == ContributionKind.Answer && c.RemovedAt is null);

    private static void Expire(Question question, DateTimeOffset now)
    {
        question.Touch();
        foreach (var open in question.Assignments.Where(a => a.State == AssignmentState.Pending))
        {
            open.State = AssignmentState.Expired;
            open.EndedAt = now;
        }
    }
}
