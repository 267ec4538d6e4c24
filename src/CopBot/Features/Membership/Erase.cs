using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Membership;

/// <summary>
/// A person's data are deleted: everywhere, at once. The log's chain stays valid, since what it hashes names nobody.
/// </summary>
internal static class Erase
{
    private static readonly Phrase Sure = new(
        "This deletes your name, accounts, questions and answers for good. Others’ words stay.",
        "Cela efface définitivement votre nom, vos comptes, vos questions et vos réponses. Les mots des autres restent.");

    private static readonly Phrase Yes = new("Delete for good", "Effacer définitivement");

    private static readonly Phrase Done = new(
        "Everything about you is deleted. If you write to me again, you begin as a new member.",
        "Tout ce qui vous concerne est effacé. Si vous m’écrivez à nouveau, vous commencerez comme nouveau membre.");

    public static Outcome Ask(Turn turn) => Outcome.Of(turn.Tell(new Card(Sure.In(turn.Language))
    {
        Actions = [new CardAction("erase-for-good", Yes.In(turn.Language), null, "delete me for good")],
    }));

    public static async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancel)
    {
        var farewell = turn.Tell(Done);
        return (await MemberAsync(turn, turn.Me.Member, cancel)).Say(farewell);
    }

    /// <summary>Everything about somebody, who need not be there.</summary>
    public static async Task<Outcome> MemberAsync(Turn turn, Member member, CancellationToken cancel)
    {
        var questions = await ErasedQuestions.LoadAsync(turn.Db, member.Id, cancel);
        var outcome = new Outcome();
        await ErasedNotes.EraseAsync(turn.Db, member.Id, questions, cancel);
        await ErasedQuestions.EraseAsync(turn.Db, questions, member.Id, turn.Now, cancel);
        var pseudonyms = await ErasedLog.EraseAsync(turn.Db, member.Id, cancel);
        await TakeBackAsync(turn, member, outcome, cancel);
        await ErasedTraces.EraseAsync(turn.Db, member, questions, cancel);
        await ErasedMentions.EraseAsync(turn.Db, member, cancel);
        outcome.Send(GuestPage.InsteadOf(turn, member));
        member.LeftAt = turn.Now; // whoever looks for experts in this very turn must not find them
        turn.Db.Members.Remove(member);
        foreach (var question in questions) outcome.Send(await RefreshAsync(turn, question, member, cancel));
        foreach (var question in questions.Where(q => q.IsWaiting)) outcome.Raise(new QuestionDeclined(question, null, "erased"));
        foreach (var pseudonym in pseudonyms) outcome.Raise(new MemberErased(pseudonym));
        return outcome;
    }

    /// <summary>Whoever was to confirm a story reads it no longer.</summary>
    private static async Task TakeBackAsync(Turn turn, Member member, Outcome outcome, CancellationToken cancel)
    {
        var told = await turn.Db.Stories
            .Where(s => s.MemberId == member.Id && s.ConfirmerId != null).ToListAsync(cancel);
        var people = await turn.Db.PeopleAsync(told.Select(story => story.ConfirmerId), cancel);
        foreach (var story in told)
        {
            outcome.Send(StoryCards.TakenBack(turn, story, people.GetValueOrDefault(story.ConfirmerId!.Value)));
        }
    }

    /// <summary>Cards that showed the name or the words show them no longer.</summary>
    private static async Task<IReadOnlyList<Chat.Effect>> RefreshAsync(
        Turn turn, Question question, Member member, CancellationToken cancel)
    {
        var people = (await turn.Db.PeopleOfAsync(question, cancel))
            .Where(pair => pair.Key != member.Id).ToDictionary();
        var shownIn = await Whereabouts.OfAsync(turn, question, cancel);
        List<Chat.Effect> effects = [.. Carrying.Refresh(turn, question, people, shownIn)];
        foreach (var contribution in question.Contributions.Where(c => c.AuthorId is null || question.AskerId is null))
        {
            effects.AddRange(Carrying.Show(turn, question, contribution, people));
        }

        return effects;
    }
}
