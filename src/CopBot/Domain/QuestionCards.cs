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
    private static readonly Phrase HowTo = new(
        "Press Answer, or reply here and mention me.", "Cliquez sur Répondre, ou répondez ici en me mentionnant.");

    private static readonly Phrase MirrorTitle = new("{0}: {1} asks", "{0} : {1} demande");
    private static readonly Phrase Answer = new("Answer", "Répondre");
    private static readonly Phrase YouAnswered = new("You answered. Thank you.", "Vous avez répondu. Merci.");
    private static readonly Phrase NoLongerAsked = new(
        "You need not answer any more; you still may.", "Votre réponse n’est plus attendue, mais reste bienvenue.");

    private static readonly Phrase Asked = new("Asked ", "Question transmise à ");
    private static readonly Phrase ComesHere = new(". Their answer comes here.", ". Leur réponse arrivera ici.");
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
        Text words = asked.Count == 0
            ? $"{question.Handle} · {(IsAnswered(question) ? Answered : Nobody).In(language)}"
            : new Text([
                new Plain($"{question.Handle} · {Asked.In(language)}"),
                .. Naming.List(asked, language),
                new Plain(ComesHere.In(language)),
            ]);
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
        var aside = assignment.State switch
        {
            AssignmentState.Pending => HowTo,
            AssignmentState.Answered => YouAnswered,
            _ => NoLongerAsked,
        };
        return new Card(
            $"{title} – {TextOf(question, language)}",
            new Heading(title),
            new Quote(TextOf(question, language)),
            facts,
            new Aside(aside.In(language)))
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
            new Aside(HowTo.In(language)))
        {
            Actions = [AnswerAction(question, language)],
        };
    }

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
