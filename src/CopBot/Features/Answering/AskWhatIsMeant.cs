using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Answering;

/// <summary>
/// In doubt two buttons, never a silent guess: the message is kept until its author says what it means.
/// </summary>
internal static class AskWhatIsMeant
{
    private static readonly Phrase What = new("What is that?", "De quoi s’agit-il ?");
    private static readonly Phrase AnswerTo = new("Answer to {0}", "Réponse à {0}");
    private static readonly Phrase FollowUpTo = new("Follow-up to {0}", "Suite de {0}");
    private static readonly Phrase NewQuestion = new("A new question", "Une nouvelle question");

    public static Task<Outcome> HandleAsync(Turn turn, DoubtfulMessage doubtful, CancellationToken cancel)
    {
        var message = doubtful.Message;
        var text = MessageText.Of(message.Text, message.Attachments, turn.PlaceLanguage);
        if (text.Length == 0) return Task.FromResult(Outcome.Nothing);
        var draft = Drafts.Keep(turn, message, text);
        var language = turn.Language;
        var about = doubtful.Candidates.Select(question => new CardAction(
            "draft-contribute",
            (question.AskerId == turn.Me.Member.Id ? FollowUpTo : AnswerTo).In(language, question.Handle),
            $"{draft.Id:N}{question.Id:N}",
            $"{question.Handle}: …"));
        var ask = new CardAction("draft-ask", NewQuestion.In(language), $"{draft.Id:N}", "ask …");
        var card = new Card(
            $"{What.In(language)} {Shortening.To(text, 200)}",
            new Quote(Shortening.To(text, 200)),
            new Paragraph(What.In(language)))
        {
            Actions = [.. about, ask],
        };
        return Task.FromResult(Outcome.Of(turn.Tell(card)));
    }
}
