using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>A question as it shows to those who are asked, in home places, and to those who follow it.</summary>
internal static class QuestionCards
{
    private static readonly Phrase AskedTitle = new("{0}: a question for you", "{0} : une question pour vous");
    private static readonly Phrase From = new("From", "De");
    private static readonly Phrase WhyYou = new("Why you", "Pourquoi vous");
    private static readonly Phrase ShownIn = new("Your answer shows in", "Votre réponse sera visible dans");
    private static readonly Phrase InThread = new(
        "Press Answer, or reply in this thread.", "Cliquez sur Répondre, ou répondez dans ce fil.");

    private static readonly Phrase Here = new(
        "Press Answer, or write your answer here.", "Cliquez sur Répondre, ou écrivez votre réponse ici.");

    private static readonly Phrase Overheard = new(
        "Press Answer, or reply here and mention me; other replies go along as comments.",
        "Cliquez sur Répondre, ou répondez ici en me mentionnant ; les autres réponses suivent comme commentaires.");

    private static readonly Phrase Unheard = new(
        "Press Answer, or reply here and mention me; I see no other replies.",
        "Cliquez sur Répondre, ou répondez ici en me mentionnant ; je ne vois pas les autres réponses.");

    private static readonly Phrase MirrorTitle = new("{0}: {1} asks", "{0} : {1} demande");
    private static readonly Phrase FollowedTitle = new("{0}: you follow this question", "{0} : vous suivez cette question");
    private static readonly Phrase OwnTitle = new("{0}: your question goes on here", "{0} : votre question continue ici");
    private static readonly Phrase Answer = new("Answer", "Répondre");
    private static readonly Phrase Pass = new("Pass", "Passer");
    private static readonly Phrase Suggest = new("Suggest someone", "Proposer quelqu’un");
    private static readonly Phrase YouAnswered = new("You answered. Thank you.", "Vous avez répondu. Merci.");
    private static readonly Phrase YouPassed = new(
        "You passed; you still may answer.", "Vous avez passé ; votre réponse reste bienvenue.");

    private static readonly Phrase NoLongerAsked = new(
        "You need not answer any more; you still may.", "Votre réponse n’est plus attendue, mais reste bienvenue.");

    private static readonly Phrase Withdrawn = new("It was withdrawn.", "Elle a été retirée.");
    private static readonly Phrase Removed = new("(removed by its author)", "(supprimé par son auteur)");

    /// <summary>
    /// To somebody who is asked: the question, who asks, why this person, where the answer will show.
    /// </summary>
    public static Card ToExpert(
        Question question,
        Assignment assignment,
        IReadOnlyDictionary<Guid, Member> people,
        Whereabouts shownIn,
        Language language)
    {
        var title = AskedTitle.In(language, question.Handle);
        var facts = new Facts([
            new(From.Label(language), Naming.AskerTextOf(question, people, language)),
            new(WhyYou.Label(language), assignment.Why),
            new(ShownIn.Label(language), shownIn.In(language)),
        ]);
        return new Card(
            $"{title} – {TextOf(question, language)}",
            new Heading(title),
            new Quote(TextOf(question, language)),
            facts,
            AsideOf(question, assignment, language))
        {
            Actions = assignment.State == AssignmentState.Pending && question.State == QuestionState.Open
                ? [AnswerAction(question, language), PassAction(question, language), SuggestAction(question, language)]
                : [],
        };
    }

    /// <summary>In a home place, for everybody there.</summary>
    public static Card Mirrored(Question question, IReadOnlyDictionary<Guid, Member> people, Language language)
    {
        var title = MirrorTitle.In(language, question.Handle, Naming.AskerOf(question, people, language));
        var withdrawn = question.State == QuestionState.Withdrawn;
        return new Card(
            $"{title}: {TextOf(question, language)}",
            new Heading(title),
            new Quote(TextOf(question, language)),
            withdrawn
                ? new Aside(Withdrawn.In(language))
                : new Depending(Can.SeeAllMessages, Overheard.In(language), Unheard.In(language)))
        {
            Actions = withdrawn ? [] : [AnswerAction(question, language)],
        };
    }

    /// <summary>In the direct chat of somebody who follows it, or of its asker.</summary>
    public static Card Followed(Question question, Guid? reader, Language language)
    {
        var title = (question.AskerId == reader ? OwnTitle : FollowedTitle).In(language, question.Handle);
        return new Card(
            $"{title} – {TextOf(question, language)}", new Heading(title), new Quote(TextOf(question, language)));
    }

    public static string TextOf(Question question, Language language) =>
        question.Text.Length == 0 ? Removed.In(language) : question.Text;

    private static Block AsideOf(Question question, Assignment assignment, Language language) => assignment.State switch
    {
        AssignmentState.Answered => new Aside(YouAnswered.In(language)),
        _ when question.State == QuestionState.Withdrawn => new Aside(Withdrawn.In(language)),
        AssignmentState.Pending => new Depending(Can.ThreadDirectChats, InThread.In(language), Here.In(language)),
        AssignmentState.Passed => new Aside(YouPassed.In(language)),
        _ => new Aside(NoLongerAsked.In(language)),
    };

    private static CardAction AnswerAction(Question question, Language language) =>
        new("answer", Answer.In(language), $"{question.Id:N}", $"answer {question.Handle}: …")
        {
            OpensForm = true,
            Primary = true,
        };

    private static CardAction PassAction(Question question, Language language) =>
        new("pass", Pass.In(language), $"{question.Id:N}", $"pass {question.Handle}");

    private static CardAction SuggestAction(Question question, Language language) =>
        new("suggest", Suggest.In(language), $"{question.Id:N}", $"suggest {question.Handle}: …") { OpensForm = true };
}
