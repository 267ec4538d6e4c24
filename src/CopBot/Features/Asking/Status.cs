using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Asking;

/// <summary>What became of one's own questions, and what waits for one's answer. Shown to that person alone.</summary>
internal static class Status
{
    private static readonly Phrase Title = new("Your questions", "Vos questions");
    private static readonly Phrase WaitsTitle = new("Waiting for you", "En attente de votre réponse");
    private static readonly Phrase Nothing = new(
        "You have no questions, and none wait for you.", "Vous n’avez aucune question, et aucune ne vous attend.");

    public static async Task<Outcome> HandleAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        var language = turn.Language;
        if (Handles.Split(call.Argument) is { } handle
            && await turn.Db.FindHandleAsync(turn.Community.Id, handle.Number, cancel) is { } named
            && named.IsOpenTo(me))
        {
            var whoever = await turn.Db.PeopleOfAsync(named, cancel);
            var card = StatusCards.Of(named, whoever, language);
            return Outcome.Of(turn.Tell(named.AskerId == me ? card : card with { Actions = [] }));
        }

        var questions = await OwnQuestions.OfAsync(turn, cancel);
        var (own, waiting) = questions;
        if (own.Count + waiting.Count == 0) return Outcome.Of(turn.Tell(Nothing));
        List<Block> blocks = [];
        if (own.Count > 0)
        {
            blocks.AddRange([new Heading(Title.In(language)), await questions.OwnFactsAsync(turn, cancel)]);
        }

        if (waiting.Count > 0)
        {
            blocks.Add(new Heading(WaitsTitle.In(language)));
            blocks.Add(new Facts([.. waiting.Select(q => new Fact(q.Handle, OwnQuestions.Short(q, language)))]));
        }

        var summary = string.Join(
            "; ", own.Concat(waiting).Select(q => $"{q.Handle} {OwnQuestions.Short(q, language)}"));
        return Outcome.Of(turn.Tell(new Card(summary, blocks)));
    }
}
