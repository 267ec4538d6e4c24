using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>An answer, a comment or a follow-up as it shows in the threads it is carried to.</summary>
internal static class ContributionCards
{
    private static readonly Phrase Answers = new("{0}: {1} answers", "{0} : {1} répond");
    private static readonly Phrase Comments = new("{0}: {1} comments", "{0} : {1} commente");
    private static readonly Phrase FollowsUp = new("{0}: {1} asks further", "{0} : {1} demande encore");
    private static readonly Phrase DidItHelp = new("Did the answer of {0} help?", "La réponse de {0} a-t-elle aidé ?");
    private static readonly Phrase Helped = new("This helped", "Cela m’a aidé");
    private static readonly Phrase FollowUp = new("I have a follow-up", "J’ai une autre question");
    private static readonly Phrase Undo = new("Take back", "Annuler");
    private static readonly Phrase HelpedBy = new("✓ {0} says that this helped.", "✓ {0} dit que cela a aidé.");
    private static readonly Phrase Removed = new("(removed by its author)", "(supprimé par son auteur)");

    /// <summary>The card for one thread.</summary>
    /// <param name="question">The question.</param>
    /// <param name="contribution">What was said.</param>
    /// <param name="thread">Where the card shows.</param>
    /// <param name="people">Everybody named on it.</param>
    /// <param name="language">The thread's language.</param>
    public static Card Of(
        Question question,
        Contribution contribution,
        QuestionThread thread,
        IReadOnlyDictionary<Guid, Member> people,
        Language language)
    {
        var author = Naming.AuthorOf(question, contribution, people, language);
        var saidHere = contribution.ThreadId == thread.Id;
        var text = contribution.RemovedAt is null ? contribution.Text : Removed.In(language);
        var title = saidHere
            ? DidItHelp.In(language, author)
            : TitleOf(contribution.Kind).In(language, question.Handle, author);
        List<Block> blocks = saidHere
            ? [new Paragraph(title)]
            : [new Paragraph(new Text(new Bold(title))), new Quote(text)];
        if (contribution.HelpedAt is not null)
        {
            blocks.Add(new Aside(HelpedBy.In(language, Naming.AskerNameOf(question, people, language))));
        }

        return new Card(saidHere ? title : $"{title}: {text}", blocks)
        {
            Actions = thread.IsAskersOf(question) ? ActionsOf(question, contribution, language) : [],
        };
    }

    private static Phrase TitleOf(ContributionKind kind) => kind switch
    {
        ContributionKind.Answer => Answers,
        ContributionKind.FollowUp => FollowsUp,
        _ => Comments,
    };

    private static CardAction[] ActionsOf(Question question, Contribution contribution, Language language)
    {
        if (contribution.RemovedAt is not null || contribution.Kind == ContributionKind.FollowUp) return [];
        var about = $"{contribution.Id:N}";
        if (contribution.HelpedAt is not null)
        {
            return [new("unhelped", Undo.In(language), about, $"not helped {question.Handle}")];
        }

        var number = 1 + question.Contributions
            .Where(c => c.Kind != ContributionKind.FollowUp).OrderBy(c => c.Id).ToList().IndexOf(contribution);
        return
        [
            new("helped", Helped.In(language), about, $"helped {question.Handle}.{number}") { Primary = true },
            new("follow-up", FollowUp.In(language), $"{question.Id:N}", $"{question.Handle}: …") { OpensForm = true },
        ];
    }
}
