using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>How it stands with a question: who was asked, and what happens next when.</summary>
internal static class StatusCards
{
    private static readonly Phrase Asked = new("Asked ", "Question transmise à ");
    private static readonly Phrase ComesHere = new(". Their answer comes here.", ". La réponse arrivera ici.");
    private static readonly Phrase NotYet = new("No answer yet from ", "Pas encore de réponse de ");
    private static readonly Phrase StaysOpen = new(". The question stays open.", ". La question reste ouverte.");
    private static readonly Phrase Later = new(
        "Whoever knows about this has quiet hours now; I ask when they are over.",
        "Les personnes qui connaissent ce sujet sont en heures de silence ; je leur demanderai ensuite.");

    private static readonly Phrase Nobody = new(
        "Nobody here is known for this yet. I told the coordinators; the question stays open.",
        "Personne n’est encore connu sur ce sujet. J’ai prévenu la coordination ; la question reste ouverte.");

    private static readonly Phrase Solved = new(
        "Solved by what the community knew already.", "Résolue par ce que la communauté savait déjà.");

    private static readonly Phrase Suggested = new(
        "Here is what the community knows already.", "Voici ce que la communauté sait déjà.");

    private static readonly Phrase Answered = new("An answer came.", "Une réponse est arrivée.");
    private static readonly Phrase Withdrawn = new("You withdrew this question.", "Vous avez retiré cette question.");
    private static readonly Phrase Next = new("If nobody answers, I go on ", "Sans réponse, je poursuis le ");
    private static readonly Phrase Same = new(
        "{0} asks the same, and is being answered now. Follow it? Otherwise I ask yours in ten minutes.",
        "{0} demande la même chose et attend sa réponse. La suivre ? Sinon, je transmets la vôtre dans dix minutes.");

    private static readonly Phrase FollowLabel = new("Follow it", "La suivre");
    private static readonly Phrase AnywayLabel = new("Ask mine anyway", "Poser quand même la mienne");
    private static readonly Phrase WithdrawLabel = new("Withdraw", "Retirer");

    /// <summary>The card where the question was asked.</summary>
    public static Card Of(Question question, IReadOnlyDictionary<Guid, Member> people, Language language)
    {
        var words = WordsOf(question, people, language);
        Block[] blocks = question is { NextStepAt: { } next, IsWaiting: true }
            ? [new Paragraph(words), new Aside(new Text(new Plain(Next.In(language)), new Moment(next), new Plain(".")))]
            : [new Paragraph(words)];
        return new Card(words.ToPlain(), blocks)
        {
            Actions = question.IsWaiting ? [.. ActionsOf(question, language)] : [],
        };
    }

    private static IEnumerable<CardAction> ActionsOf(Question question, Language language)
    {
        var id = $"{question.Id:N}";
        if (question.SameAs is { } same)
        {
            yield return new("follow-instead", FollowLabel.In(language), id, $"follow Q{same}") { Primary = true };
            yield return new("ask-anyway", AnywayLabel.In(language), id, "ask anyway");
        }

        yield return new("withdraw", WithdrawLabel.In(language), id, $"withdraw {question.Handle}");
    }

    private static Text WordsOf(Question question, IReadOnlyDictionary<Guid, Member> people, Language language)
    {
        if (question.State == QuestionState.Solved) return $"{question.Handle} · {Solved.In(language)}";
        if (question.Suggested) return $"{question.Handle} · {Suggested.In(language)}";
        if (question.State == QuestionState.Withdrawn) return $"{question.Handle} · {Withdrawn.In(language)}";
        var asked = Those(question, people, AssignmentState.Pending, AssignmentState.Answered);
        if (asked.Count > 0) return About(question, Asked, asked, ComesHere, language);
        if (question.IsAnswered) return $"{question.Handle} · {Answered.In(language)}";
        if (question.SameAs is { } same) return $"{question.Handle} · {Same.In(language, $"Q{same}")}";
        if (question.AsksLater) return $"{question.Handle} · {Later.In(language)}";
        var before = Those(question, people, AssignmentState.Expired, AssignmentState.Passed);
        return before.Count > 0
            ? About(question, NotYet, before, StaysOpen, language)
            : $"{question.Handle} · {Nobody.In(language)}";
    }

    private static List<Member> Those(
        Question question, IReadOnlyDictionary<Guid, Member> people, params AssignmentState[] states) =>
    [
        .. question.Assignments.Where(a => states.Contains(a.State))
            .Select(a => people.GetValueOrDefault(a.MemberId)).OfType<Member>(),
    ];

    private static Text About(
        Question question, Phrase what, IReadOnlyList<Member> whom, Phrase then, Language language) => new([
        new Plain($"{question.Handle} · {what.In(language)}"),
        .. Naming.List(whom, language),
        new Plain(then.In(language)),
    ]);
}
