using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>
/// Nobody answered in time: the next who know are asked; then the home places, for a private question only if its asker
/// agrees; then the coordinators, who are reminded ever more rarely. Each step says so where the question was asked.
/// </summary>
internal static class Escalate
{
    private const int Experts = 1;
    private const int HomePlaces = 2;

    /// <summary>Coordinators are reminded after five times as long, then twice that, and so on.</summary>
    private const int Reminder = 5;

    private static readonly Phrase NextAsked = new(
        "{0}: no answer yet. I asked the next.", "{0} : pas encore de réponse. J’ai demandé aux suivants.");

    private static readonly Phrase Mirrored = new(
        "{0}: no answer yet. I asked in the home places of the community.",
        "{0} : pas encore de réponse. J’ai posé la question dans les lieux de la communauté.");

    private static readonly Phrase Told = new(
        "{0}: no answer yet. I told the coordinators; the question stays open.",
        "{0} : pas encore de réponse. J’ai prévenu la coordination ; la question reste ouverte.");

    /// <summary>So many times the community's working hours from now.</summary>
    public static DateTimeOffset After(Turn turn, int times) =>
        WorkingTime.After(turn.Now, (double)turn.Community.EscalateAfterHours * times, turn.Community.TimeZone);

    /// <summary>Sets when the next step comes. An earlier timer of the same question means nothing any more.</summary>
    public static void Plan(Turn turn, Question question, DateTimeOffset at, Outcome outcome)
    {
        question.Touch();
        question.NextStepAt = at;
        outcome.Wait(new After(RoutingFeature.EscalationTimer, question.Id, at));
    }

    public static async Task<Outcome> HandleAsync(Turn turn, TimerIntent due, CancellationToken cancel)
    {
        var question = await turn.Db.FindQuestionAsync(due.SubjectId, cancel);
        if (question is not { IsWaiting: true } || question.NextStepAt > turn.Now) return Outcome.Nothing;
        if (question.AsksLater)
        {
            var outcome = new Outcome();
            await Route.FirstAsync(turn, question, outcome, cancel);
            return outcome.Send(
                await Route.CardsAsync(turn, question, thread => IsNew(question, thread, turn), cancel));
        }

        if (await Noticed.AskAsync(turn, question, cancel) is { } asked) return asked;
        question.Expire(turn.Now);
        return await AdvanceAsync(turn, question, cancel);
    }

    /// <summary>The next step that changes anything.</summary>
    public static async Task<Outcome> AdvanceAsync(Turn turn, Question question, CancellationToken cancel)
    {
        var outcome = new Outcome();
        var (step, words) = await StepAsync(turn, question, outcome, cancel);
        outcome.Raise(new QuestionEscalated(question, step));
        var times = question.Step <= HomePlaces + 1 ? 1 : Reminder << Math.Min(question.Step - HomePlaces - 2, 10);
        Plan(turn, question, After(turn, times), outcome);
        outcome.Send(await Route.CardsAsync(turn, question, thread => IsNew(question, thread, turn), cancel));
        if (words is null) return outcome;
        var origin = question.Threads.Single(t => t.Kind == ThreadKind.Origin);
        var people = await turn.Db.PeopleOfAsync(question, cancel);
        var language = Carrying.LanguageOf(turn, origin, people);
        return outcome.Send(origin.Show(Card.Saying(words.In(language, question.Handle)), key: null));
    }

    private static async Task<(string Step, Phrase? Words)> StepAsync(
        Turn turn, Question question, Outcome outcome, CancellationToken cancel)
    {
        if (++question.Step == Experts)
        {
            if ((await Assigning.AssignAsync(turn, question, outcome, cancel)).Asked > 0) return ("experts", NextAsked);
            question.AsksLater = false;
            question.Step++;
        }

        if (question.Step == HomePlaces && turn.Community.Mirror != Mirror.Asked)
        {
            if (await Mirroring.OpenAsync(turn, question, cancel)) return ("home_places", Mirrored);
            if (question is { Private: true, ChannelsAllowed: false })
            {
                outcome.Send(Agreement.Ask(turn, question, await turn.Db.PeopleOfAsync(question, cancel)));
                return ("agreement", null);
            }
        }

        question.Step = Math.Max(question.Step, HomePlaces + 1);
        outcome.Send(await Coordinators.TellAsync(turn, question, Coordinators.Unanswered, cancel));
        return ("coordinators", question.Step == HomePlaces + 1 ? Told : null);
    }

    /// <summary>Where it was asked, whoever was asked or relieved in this step, and places it is new in.</summary>
    private static bool IsNew(Question question, QuestionThread thread, Turn turn)
    {
        if (thread.Kind == ThreadKind.Origin) return true;
        if (thread.Kind == ThreadKind.Mirror) return thread.ThreadId is null;
        var assignment = question.Assignments.Find(a => a.MemberId == thread.MemberId);
        return assignment?.AskedAt == turn.Now || assignment?.EndedAt == turn.Now;
    }
}
