using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Finding;

/// <summary>
/// A question that the community can answer already is answered at once; those who know are asked only if that does not
/// help, or if the asker says nothing for a while.
/// </summary>
internal static class InstantAnswer
{
    private const int MostShown = 3;

    private static readonly Phrase Knows = new(
        "{0}: the community knows something on this.", "{0} : la communauté connaît ce sujet.");

    private static readonly Phrase Otherwise = new(
        "If you say nothing, I ask those who know in an hour.",
        "Sans réaction de votre part, je sollicite dans une heure les personnes qui savent.");

    private static readonly Phrase Solves = new("This solves it", "Cela résout ma question");
    private static readonly Phrase NotMyCase = new("Not my case", "Pas mon cas");
    private static readonly Phrase Experts = new("Ask the experts", "Demander aux experts");
    private static readonly Phrase Outdated = new("Outdated or wrong", "Dépassé ou faux");
    private static readonly Phrase Solved = new("Glad that it helped.", "Ravi que cela ait aidé.");
    private static readonly Phrase Asking = new("I ask those who know.", "Je sollicite les personnes qui savent.");
    private static readonly Phrase AskerOnly = new(
        "Only who asked can say that.", "Seule la personne qui a demandé peut le dire.");

    public static async Task<Outcome> HandleAsync(Turn turn, QuestionAsked asked, CancellationToken cancel)
    {
        var question = asked.Question;
        var outcome = new Outcome();
        if (turn.Community.InstantAnswers && question.SameAs is null) await ShowAsync(turn, question, outcome, cancel);
        return outcome;
    }

    public static async Task<Outcome> DecideAsync(
        Turn turn, ActionIntent press, SuggestionOutcome decided, CancellationToken cancel)
    {
        var question = await turn.Db.FindQuestionAsync(press.Argument, cancel);
        if (question is null || question.AskerId != turn.Me.Member.Id) return Outcome.Of(turn.Tell(AskerOnly));
        return await DecideAsync(turn, question, decided, cancel);
    }

    /// <summary>By words, the latest own question is meant.</summary>
    public static async Task<Outcome> LastAsync(Turn turn, SuggestionOutcome decided, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        var last = await turn.Db.WholeQuestions().Where(q => q.AskerId == me && q.Suggested)
            .OrderByDescending(q => q.Number).FirstOrDefaultAsync(cancel);
        return last is null ? Outcome.Of(turn.Tell(AskerOnly)) : await DecideAsync(turn, last, decided, cancel);
    }

    private static async Task<Outcome> DecideAsync(
        Turn turn, Question question, SuggestionOutcome decided, CancellationToken cancel)
    {
        var shown = await turn.Db.Suggestions.Where(s => s.QuestionId == question.Id).ToListAsync(cancel);
        var late = decided == SuggestionOutcome.Solved && question.IsWaiting;
        if (!(question.Suggested || late) || shown.MaxBy(s => s.Rank) is not { Outcome: SuggestionOutcome.Shown } last)
        {
            return Outcome.Of(turn.Tell(decided == SuggestionOutcome.Solved ? Solved : Asking));
        }

        (last.Outcome, last.DecidedAt) = (decided, turn.Now);
        question.Touch();
        question.Suggested = false;
        var me = turn.Me.Member.Id;
        if (decided == SuggestionOutcome.Solved)
        {
            question.State = QuestionState.Solved;
            question.NextStepAt = null;
            question.Expire(turn.Now);
            return Outcome.Of(turn.Tell(Solved))
                .Raise(new SuggestionChanged(question, last, me, "solved"))
                .Send(await StatusAsync(turn, question, cancel));
        }

        var outcome = new Outcome().Raise(new SuggestionChanged(question, last, me, "not_solved"));
        if (decided == SuggestionOutcome.NotMyCase && await ShowAsync(turn, question, outcome, cancel)) return outcome;
        return outcome.Say(turn.Tell(Asking)).Raise(new ExpertsWanted(question, me));
    }

    /// <summary>Shows the best that was not shown yet.</summary>
    private static async Task<bool> ShowAsync(Turn turn, Question question, Outcome outcome, CancellationToken cancel)
    {
        var shown = turn.Db.Entry(question).State == EntityState.Added
            ? []
            : await turn.Db.Suggestions.Where(s => s.QuestionId == question.Id).ToListAsync(cancel);
        if (shown.Count >= MostShown) return false;
        var best = (await Knowledge.SearchAsync(turn, question.Text, cancel, question.Private)).FirstOrDefault(found =>
            found.IsSure && found.Question?.Id != question.Id
            && !shown.Exists(s => s.NoteId == found.Note?.Id && s.AnswerId == found.Answer?.Id));
        if (best is null) return false;
        var suggestion = new Suggestion
        {
            Id = turn.NewId(),
            QuestionId = question.Id,
            NoteId = best.Note?.Id,
            AnswerId = best.Answer?.Id,
            Rank = shown.Count + 1,
            ShownAt = turn.Now,
        };
        turn.Db.Suggestions.Add(suggestion);
        question.Suggested = true;
        var origin = question.Threads.Single(t => t.Kind == ThreadKind.Origin);
        var people = await turn.Db.PeopleAsync([best.AuthorId, question.AskerId], cancel);
        var language = Carrying.LanguageOf(turn, origin, people);
        outcome.Send(origin.Show(CardOf(turn, question, best, people, language), $"s:{suggestion.Id:N}"))
            .Raise(new SuggestionChanged(question, suggestion, null, "shown"));
        return true;
    }

    private static Card CardOf(
        Turn turn, Question question, Found best, IReadOnlyDictionary<Guid, Member> people, Language language)
    {
        var knows = Knows.In(language, question.Handle);
        var id = $"{question.Id:N}";
        return new Card($"{knows} {FoundCards.SummaryOf(best)}", [
            new Paragraph(knows), .. FoundCards.BlocksOf(best, people, language), new Aside(Otherwise.In(language)),
        ])
        {
            Actions =
            [
                new("solves", Solves.In(language), id, "this solves it") { Primary = true },
                new("not-my-case", NotMyCase.In(language), id, "not my case"),
                new("experts", Experts.In(language), id, "ask the experts"),
                .. FoundCards.ActionsOf(turn, best, language, Outdated.In(language)),
            ],
        };
    }

    private static async Task<IEnumerable<Effect>> StatusAsync(Turn turn, Question question, CancellationToken cancel)
    {
        var people = await turn.Db.PeopleOfAsync(question, cancel);
        var shownIn = await Whereabouts.OfAsync(turn, question, cancel);
        return Carrying.Refresh(turn, question, people, shownIn, thread => thread.Kind is ThreadKind.Origin
            || question.Assignments.Exists(a => a.MemberId == thread.MemberId && a.EndedAt == turn.Now));
    }
}
