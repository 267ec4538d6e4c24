using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Answering;

/// <summary>The form behind <i>Answer</i>.</summary>
internal static class AnswerForm
{
    public const string Id = "answer";

    private static readonly Phrase Title = new("Answer {0}", "Répondre à {0}");
    private static readonly Phrase Label = new("Your answer", "Votre réponse");
    private static readonly Phrase Submit = new("Send", "Envoyer");
    private static readonly Phrase Gone = new("This question is no longer open.", "Cette question n’est plus ouverte.");
    private static readonly Phrase NotYours = new(
        "That question was asked in private, of others.", "Cette question a été posée en privé, à d’autres.");

    public static Field TextField { get; } = new("text", "") { Multiline = true };

    public static async Task<FormOffer> OpenAsync(Turn turn, string argument, CancellationToken cancel)
    {
        var question = await turn.Db.FindQuestionAsync(argument, cancel);
        if (question is null or { State: QuestionState.Withdrawn }) return Gone;
        if (!AnswerByWords.MayAnswer(turn, question)) return NotYours;
        var language = turn.Language;
        return new Form(
            Id,
            argument,
            Title.In(language, question.Handle),
            Submit.In(language),
            [TextField with { Label = Label.In(language) }])
        {
            Introduction = Shortening.To(QuestionCards.TextOf(question, language), 1000),
        };
    }

    public static async Task<Outcome> SubmitAsync(Turn turn, FormIntent sent, CancellationToken cancel)
    {
        var question = await turn.Db.FindQuestionAsync(sent.Argument, cancel);
        if (question is null) return Outcome.Of(turn.Tell(Gone));
        if (!AnswerByWords.MayAnswer(turn, question)) return Outcome.Of(turn.Tell(NotYours));
        var kind = question.AskerId == turn.Me.Member.Id ? ContributionKind.FollowUp : ContributionKind.Answer;
        return await Contribute.RecordAsync(
            turn, question, kind, sent.Values["text"].Trim(), new Said(null, null), cancel);
    }
}
