using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Home;

/// <summary>What stands on a person's page, from top to bottom.</summary>
internal static class Page
{
    private static readonly Phrase Lead = new(
        "Ask, and whoever knows answers, wherever they chat.", "Demandez : la personne qui sait répond, où qu’elle soit.");

    private static readonly Phrase AskLabel = new("Ask a question", "Poser une question");
    private static readonly Phrase OwnTitle = new("Your questions", "Vos questions");
    private static readonly Phrase NoneOwn = new("You have asked nothing yet.", "Vous n’avez encore rien demandé.");
    private static readonly Phrase WaitsTitle = new("Waiting for you", "En attente de votre réponse");
    private static readonly Phrase NoneWaits = new("Nothing waits for you.", "Rien ne vous attend.");
    private static readonly Phrase AnswerLabel = new("Answer {0}", "Répondre à {0}");
    private static readonly Phrase PassLabel = new("Pass {0}", "Passer {0}");

    public static async Task<Outcome> ShowAsync(Turn turn, HomeVisited visit, CancellationToken cancel)
    {
        if (visit.Guest is { } guest)
        {
            return new Outcome().Send(GuestPage.Of(guest.Ref, turn.Community, Languages.Of(guest, turn.Community)));
        }

        var questions = await OwnQuestions.OfAsync(turn, cancel);
        Card[] cards =
        [
            Head(turn),
            Waiting(turn, questions),
            await OwnAsync(turn, questions, cancel),
            SettingsCard.Of(turn),
        ];
        return new Outcome().Send(new ShowHome(turn.Me.Account, cards));
    }

    private static Card Head(Turn turn)
    {
        var (language, title) = (turn.Language, turn.Community.Title);
        return new Card($"{title}. {Lead.In(language)}", new Heading(title), new Paragraph(Lead.In(language)))
        {
            Actions = [new("ask", AskLabel.In(language), null, "ask …") { OpensForm = true, Primary = true }],
        };
    }

    private static Card Waiting(Turn turn, OwnQuestions questions)
    {
        var (language, title) = (turn.Language, WaitsTitle.In(turn.Language));
        if (questions.Waiting.Count == 0)
        {
            return new Card($"{title}: {NoneWaits.In(language)}", new Heading(title), new Paragraph(NoneWaits.In(language)));
        }

        var facts = new Facts([.. questions.Waiting.Select(
            q => new Fact(q.Handle, OwnQuestions.Short(q, language)))]);
        return new Card($"{title}: {questions.Waiting.Count}", new Heading(title), facts)
        {
            Actions = [.. questions.Waiting.SelectMany(q => ActionsOf(q, language))],
        };
    }

    private static IEnumerable<CardAction> ActionsOf(Question question, Language language)
    {
        var id = $"{question.Id:N}";
        yield return new("answer", AnswerLabel.In(language, question.Handle), id, $"answer {question.Handle}: …")
        {
            OpensForm = true,
        };
        yield return new("pass", PassLabel.In(language, question.Handle), id, $"pass {question.Handle}");
    }

    private static async Task<Card> OwnAsync(Turn turn, OwnQuestions questions, CancellationToken cancel)
    {
        var (language, title) = (turn.Language, OwnTitle.In(turn.Language));
        return questions.Own.Count == 0
            ? new Card($"{title}: {NoneOwn.In(language)}", new Heading(title), new Paragraph(NoneOwn.In(language)))
            : new Card(
                $"{title}: {questions.Own.Count}", new Heading(title), await questions.OwnFactsAsync(turn, cancel));
    }
}
