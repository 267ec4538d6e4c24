using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Asking;

/// <summary>The asker takes the question back; the author of an answer takes the answer back.</summary>
internal static class Withdraw
{
    private static readonly Phrase Which = new(
        "Which one? Say “withdraw Q7” for your question, “withdraw Q7.1” for your answer.",
        "Laquelle ? Dites « retirer Q7 » pour votre question, « retirer Q7.1 » pour votre réponse.");

    private static readonly Phrase NotYours = new(
        "Only who asked can withdraw a question, and only its author an answer.",
        "Seule la personne qui a demandé peut retirer une question, et seul son auteur une réponse.");

    private static readonly Phrase Already = new("{0} was withdrawn before.", "{0} avait déjà été retirée.");
    private static readonly Phrase Done = new("{0} is withdrawn.", "{0} est retirée.");
    private static readonly Phrase AnswerGone = new("Your answer to {0} is taken back.", "Votre réponse à {0} est retirée.");

    public static async Task<Outcome> HandleAsync(Turn turn, Question? question, CancellationToken cancel)
    {
        if (question is null || question.CommunityId != turn.Community.Id) return Outcome.Of(turn.Tell(Which));
        if (question.AskerId != turn.Me.Member.Id) return Outcome.Of(turn.Tell(NotYours));
        if (question.State == QuestionState.Withdrawn) return Outcome.Of(turn.Tell(Already, question.Handle));
        var open = question.Assignments.Where(a => a.State == AssignmentState.Pending)
            .Select(a => a.MemberId).ToHashSet();
        question.Withdraw(turn.Now);
        var people = await turn.Db.PeopleOfAsync(question, cancel);
        var shownIn = await Whereabouts.OfAsync(turn, question, cancel);
        return Outcome.Of(turn.Tell(Done, question.Handle))
            .Raise(new QuestionWithdrawn(question))
            .Send(Carrying.Refresh(turn, question, people, shownIn, thread =>
                thread.Kind is ThreadKind.Origin or ThreadKind.Mirror
                || (thread.MemberId is { } id && open.Contains(id))));
    }

    /// <summary>By words: a question, or an answer by its number.</summary>
    public static async Task<Outcome> ByWordsAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var dot = call.Argument.IndexOf('.', StringComparison.Ordinal);
        var question = dot < 0
            ? await ThreadOf.NamedAsync(turn, call, cancel)
            : await turn.Db.FindHandleAsync(
                turn.Community.Id, Handles.Split(call.Argument[..dot])?.Number ?? 0, cancel);
        if (dot < 0 || question is null) return await HandleAsync(turn, question, cancel);
        var answers = question.Contributions.Where(
            c => c.Kind != ContributionKind.FollowUp).OrderBy(c => c.Id).ToList();
        var number = int.Parse(call.Argument[(dot + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        return answers.ElementAtOrDefault(number - 1) is { } answer
            ? await AnswerAsync(turn, question, answer, cancel)
            : Outcome.Of(turn.Tell(Which));
    }

    private static async Task<Outcome> AnswerAsync(
        Turn turn, Question question, Contribution answer, CancellationToken cancel)
    {
        if (answer.AuthorId != turn.Me.Member.Id) return Outcome.Of(turn.Tell(NotYours));
        if (answer.RemovedAt is not null) return Outcome.Of(turn.Tell(AnswerGone, question.Handle));
        question.Remove(answer, turn.Now);
        var people = await turn.Db.PeopleOfAsync(question, cancel);
        return Outcome.Of(turn.Tell(AnswerGone, question.Handle))
            .Raise(new AnswerDeleted(question, answer))
            .Send(Carrying.Show(turn, question, answer, people));
    }
}
