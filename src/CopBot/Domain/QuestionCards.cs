using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>A question as it shows where it was asked, to those who are asked, and in home places.</summary>
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
    private static readonly Phrase Answer = new("Answer", "Répondre");
    private static readonly Phrase YouAnswered = new("You answered. Thank you.", "Vous avez répondu. Merci.");
    private static readonly Phrase NoLongerAsked = new(
        "You need not answer any more; you still may.", "Votre réponse n’est plus attendue, mais reste bienvenue.");

    private static readonly Phrase Asked = new("Asked ", "Question transmise à ");
    private static readonly Phrase ComesHere = new(". Their answer comes here.", ". Leur réponse arrivera ici.");
    private static readonly Phrase NotYet = new("No answer yet from ", "Pas encore de réponse de ");
    private static readonly Phrase StaysOpen = new(". The question stays open.", ". La question reste ouverte.");
    private static readonly Phrase Nobody = new(
        "Nobody here is known for this yet. I told the coordinators; the question stays open.",
        "Personne n’est encore connu sur ce sujet. J’ai prévenu la coordination ; la question reste ouverte.");

    private static readonly Phrase Answered = new("An answer came.", "Une réponse est arrivée.");

    private static readonly Phrase Next = new("If nobody answers, I go on ", "Sans réponse, je poursuis le ");
    private static readonly Phrase Removed = new("(removed by its author)", "(supprimé par son auteur)");

    /// <summary>In the place where it was asked: who was asked, and what happens next when.</summary>
    public static Card Origin(
        Question question, IReadOnlyDictionary<Guid, Member> people, DateTimeOffset? next, Language language)
    {
        var asked = question.Assignments
            .Where(a => a.State is AssignmentState.Pending or AssignmentState.Answered).Select(
                a => people.GetValueOrDefault(a.MemberId)).OfType<Member>().ToList();
        var before = question.Assignments.Where(a => a.State == AssignmentState.Expired)
            .Select(a => people.GetValueOrDefault(a.MemberId)).OfType<Member>().ToList();
        Text words = asked.Count > 0 ? About(question, Asked, asked, ComesHere, language)
            : IsAnswered(question) ? $"{question.Handle} · {Answered.In(language)}"
            : before.Count > 0 ? About(question, NotYet, before, StaysOpen, language)
            : $"{question.Handle} · {Nobody.In(language)}";
        Block[] blocks = next is { } time && question.State == QuestionState.Open
            ? [new Paragraph(words), new Aside(new Text(new Plain(Next.In(language)), new Moment(time), new Plain(".")))]
            : [new Paragraph(words)];
        return new Card(words.ToPlain(), blocks);
    }

    /// <summary>
    /// To somebody who is asked: the question, who asks, why this person, where the answer will show.
    /// </summary>
    public static Card ToExpert(
        Question question,
        Assignment assignment,
        IReadOnlyDictionary<Guid, Member> people,
        string shownIn,
        Language language)
    {
        var asker = question.AskerId is { } id ? people.GetValueOrDefault(id) : null;
        var title = AskedTitle.In(language, question.Handle);
        var open = assignment.State == AssignmentState.Pending;
        var facts = new Facts([
            new(From.In(language), new Text(Naming.Of(asker, language), new Plain(Naming.Background(asker)))),
            new(WhyYou.In(language), assignment.Why),
            new(ShownIn.In(language), shownIn),
        ]);
        Block aside = assignment.State switch
        {
            AssignmentState.Pending => new Depending(Can.ThreadDirectChats, InThread.In(language), Here.In(language)),
            AssignmentState.Answered => new Aside(YouAnswered.In(language)),
            _ => new Aside(NoLongerAsked.In(language)),
        };
        return new Card(
            $"{title} – {TextOf(question, language)}",
            new Heading(title),
            new Quote(TextOf(question, language)),
            facts,
            aside)
        {
            Actions = open ? [AnswerAction(question, language)] : [],
        };
    }

    /// <summary>In a home place, for everybody there.</summary>
    public static Card Mirrored(Question question, IReadOnlyDictionary<Guid, Member> people, Language language)
    {
        var asker = question.AskerId is { } id ? people.GetValueOrDefault(id) : null;
        var title = MirrorTitle.In(
            language, question.Handle, Naming.NameOf(asker, language) + Naming.Background(asker));
        return new Card(
            $"{title}: {TextOf(question, language)}",
            new Heading(title),
            new Quote(TextOf(question, language)),
            new Depending(Can.SeeAllMessages, Overheard.In(language), Unheard.In(language)))
        {
            Actions = [AnswerAction(question, language)],
        };
    }

    private static Text About(
        Question question, Phrase what, IReadOnlyList<Member> whom, Phrase then, Language language) => new([
        new Plain($"{question.Handle} · {what.In(language)}"),
        .. Naming.List(whom, language),
        new Plain(then.In(language)),
    ]);

    private static bool IsAnswered(Question question) =>
        question.Contributions.Exists(c => c.Kind == ContributionKind.Answer && c.RemovedAt is null);

    public static string TextOf(Question question, Language language) =>
        question.Text.Length == 0 ? Removed.In(language) : question.Text;

    private static CardAction AnswerAction(Question question, Language language) =>
        new("answer", Answer.In(language), $"{question.Id:N}", $"answer {question.Handle}: …")
        {
            OpensForm = true,
            Primary = true,
        };
}
