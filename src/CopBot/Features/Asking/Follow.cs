using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Asking;

/// <summary>A member follows somebody else's question: what is said about it comes to the direct chat.</summary>
internal static class Follow
{
    private static readonly Phrase Following = new(
        "You follow {0}: answers come to our direct chat.", "Vous suivez {0} : les réponses arrivent dans notre conversation directe.");

    private static readonly Phrase TooLate = new(
        "{0} can’t be followed any more; {1} goes its own way.", "{0} ne peut plus être suivie ; {1} suit son cours.");

    private static readonly Phrase NoSuch = new("There is no such question here.", "Cette question n’existe pas ici.");

    private static readonly Phrase Own = new("{0} is your own question.", "{0} est votre propre question.");

    /// <summary>The asker follows the question that says the same, and withdraws the own one.</summary>
    public static async Task<Outcome> InsteadAsync(Turn turn, ActionIntent press, CancellationToken cancel)
    {
        var own = await turn.Db.FindQuestionAsync(press.Argument, cancel);
        if (own is not { SameAs: { } number } || own.AskerId != turn.Me.Member.Id) return Outcome.Of(turn.Tell(NoSuch));
        var same = await turn.Db.FindHandleAsync(turn.Community.Id, number, cancel);
        var me = turn.Me.Member;
        if (same is null or { State: QuestionState.Withdrawn } || !same.IsOpenTo(me.Id) || !me.Reachable)
        {
            return Outcome.Of(turn.Tell(TooLate, $"Q{number}", own.Handle));
        }

        var outcome = await Withdraw.HandleAsync(turn, own, cancel);
        outcome.Absorb(await HandleAsync(turn, same, cancel));
        return outcome.Say(turn.Tell(Following, $"Q{number}"));
    }

    public static async Task<Outcome> HandleAsync(Turn turn, Question? question, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        if (question is null || question.CommunityId != turn.Community.Id || !question.IsOpenTo(me.Id))
        {
            return Outcome.Of(turn.Tell(NoSuch));
        }

        if (question.AskerId == me.Id) return Outcome.Of(turn.Tell(Own, question.Handle));
        var outcome = Outcome.Of(turn.Tell(Following, question.Handle));
        if (question.Threads.Exists(t => t.MemberId == me.Id)) return outcome;
        var thread = Followers.Add(turn, question, me);
        if (thread is null) return outcome;
        outcome.Raise(new QuestionFollowed(question, me.Id)).Send(thread.Open(
            QuestionCards.Followed(question, me.Id, turn.Language)));
        var people = await turn.Db.PeopleOfAsync(question, cancel);
        foreach (var said in question.Contributions.Where(c => c.RemovedAt is null).OrderBy(c => c.Id))
        {
            var card = ContributionCards.Of(question, said, thread, people, turn.Language);
            outcome.Send(thread.Show(card, thread.KeyOf(said)));
        }

        return outcome;
    }
}
