using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Thanking;

/// <summary><i>This helped</i>, and taking it back.</summary>
internal static class Helped
{
    private static readonly Phrase Gone = new("That answer no longer exists.", "Cette réponse n’existe plus.");

    private static readonly Phrase AskerOnly = new(
        "Only {0}, who asked, can say whether it helped.", "Seule la personne qui a demandé, {0}, peut dire si cela a aidé.");

    private static readonly Phrase NotOwn = new(
        "That is your own message.", "C’est votre propre message.");

    private static readonly Phrase Thanks = new(
        "{0} says that your answer to {1} helped. Thank you!", "{0} dit que votre réponse à {1} a aidé. Merci !");

    private static readonly Phrase WouldKeep = new(
        "Would you keep it for others? Five short prompts, each optional.",
        "Voulez-vous la garder pour d’autres ? Cinq brèves questions, toutes facultatives.");

    private static readonly Phrase KeepLabel = new("Keep it", "La garder");

    private static readonly Phrase DraftLabel = new("Draft it for me", "Rédigez un brouillon");

    public static async Task<Outcome> ByIdAsync(Turn turn, string id, bool helped, CancellationToken cancel) =>
        await turn.Db.FindContributionAsync(id, cancel) is var (question, contribution)
            ? await MarkAsync(turn, question, contribution, helped, cancel)
            : Outcome.Of(turn.Tell(Gone));

    public static async Task<Outcome> MarkAsync(
        Turn turn, Question question, Contribution answer, bool helped, CancellationToken cancel)
    {
        var people = await turn.Db.PeopleOfAsync(question, cancel);
        if (question.AskerId != turn.Me.Member.Id)
        {
            return Outcome.Of(turn.Tell(AskerOnly, Naming.AskerNameOf(question, people, turn.Language)));
        }

        if (answer.RemovedAt is not null) return Outcome.Of(turn.Tell(Gone));
        if (answer.AuthorId == question.AskerId) return Outcome.Of(turn.Tell(NotOwn));
        if (answer.HelpedAt is not null == helped) return Outcome.Nothing;
        return helped ? Accept(turn, question, answer, people) : TakeBack(turn, question, answer, people);
    }

    private static Outcome Accept(
        Turn turn, Question question, Contribution answer, IReadOnlyDictionary<Guid, Member> people)
    {
        var outcome = new Outcome();
        question.Touch();
        if (answer.Kind == ContributionKind.Comment)
        {
            answer.Kind = ContributionKind.Answer;
            outcome.Raise(new AnswerPosted(question, answer));
        }

        answer.HelpedAt = turn.OccurredAt;
        question.State = QuestionState.Helped;
        var author = answer.AuthorId is { } id ? people.GetValueOrDefault(id) : null;
        return outcome
            .Raise(new AnswerAccepted(question, answer))
            .Send(Carrying.Show(turn, question, answer, people))
            .Send(Reach.Direct(turn, author, language => ThanksCard(turn, question, answer, people, language)));
    }

    /// <summary>Thanked, and asked, once, to keep it for others.</summary>
    private static Card ThanksCard(
        Turn turn,
        Question question,
        Contribution answer,
        IReadOnlyDictionary<Guid, Member> people,
        Language language)
    {
        var thanks = Thanks.In(language, Naming.AskerNameOf(question, people, language), question.Handle);
        var number = 1 + question.Contributions
            .Where(c => c.Kind != ContributionKind.FollowUp).OrderBy(c => c.Id).ToList().IndexOf(answer);
        return new Card($"{thanks} {WouldKeep.In(language)}", new Paragraph(thanks), new Aside(WouldKeep.In(language)))
        {
            Actions =
            [
                new("keep", KeepLabel.In(language), $"{answer.Id:N}", $"keep {question.Handle}.{number}")
                {
                    OpensForm = true,
                },
                .. DraftOf(turn, answer, language),
            ],
        };
    }

    /// <summary>Where a machine is there that drafts.</summary>
    private static IEnumerable<CardAction> DraftOf(Turn turn, Contribution answer, Language language) => turn.Writes
        ? [new("draft-note", DraftLabel.In(language), $"{answer.Id:N}", "keep …")]
        : [];

    private static Outcome TakeBack(
        Turn turn, Question question, Contribution answer, IReadOnlyDictionary<Guid, Member> people)
    {
        answer.HelpedAt = null;
        question.Touch();
        var stillHelped = question.Contributions.Exists(c => c.HelpedAt is not null);
        question.State = stillHelped ? QuestionState.Helped : QuestionState.Open;
        return new Outcome()
            .Raise(new AnswerUnaccepted(question, answer))
            .Send(Carrying.Show(turn, question, answer, people));
    }
}
