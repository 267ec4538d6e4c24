using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Answering;

/// <summary>The form behind <i>I have a follow-up</i>.</summary>
internal static class FollowUpForm
{
    public const string Id = "follow-up";

    private static readonly Phrase Title = new("Follow-up to {0}", "Suite de {0}");
    private static readonly Phrase Label = new("What else would you like to know?", "Que souhaitez-vous encore savoir ?");
    private static readonly Phrase Submit = new("Send", "Envoyer");
    private static readonly Phrase AskerOnly = new(
        "Only who asked can do that; you can reply in the thread.",
        "Seule la personne qui a demandé peut le faire ; vous pouvez répondre dans le fil.");

    public static Field TextField { get; } = new("text", "") { Multiline = true };

    public static async Task<FormOffer> OpenAsync(Turn turn, string argument, CancellationToken cancel)
    {
        var question = await turn.Db.FindQuestionAsync(argument, cancel);
        if (question is null || question.AskerId != turn.Me.Member.Id) return AskerOnly;
        var language = turn.Language;
        return new Form(
            Id,
            argument,
            Title.In(language, question.Handle),
            Submit.In(language),
            [TextField with { Label = Label.In(language) }]);
    }

    public static async Task<Outcome> SubmitAsync(Turn turn, FormIntent sent, CancellationToken cancel)
    {
        var question = await turn.Db.FindQuestionAsync(sent.Argument, cancel);
        if (question is null || question.AskerId != turn.Me.Member.Id) return Outcome.Of(turn.Tell(AskerOnly));
        return await Contribute.RecordAsync(
            turn, question, ContributionKind.FollowUp, sent.Values["text"].Trim(), new Said(null, null), cancel);
    }
}
