using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Asking;

/// <summary>The person said that kept words are a new question.</summary>
internal static class ResolveDraft
{
    private static readonly Phrase Settled = new("That is settled already.", "C’est déjà réglé.");

    public static async Task<Outcome> AskAsync(Turn turn, ActionIntent press, CancellationToken cancel)
    {
        var draft = await Drafts.TakeAsync(turn, press.Argument, cancel);
        if (draft is null) return Outcome.Of(turn.Tell(Settled));
        turn.Db.Drafts.Remove(draft);
        return await Ask.RecordAsync(
            turn, draft.Text, new(draft.Connection, draft.PlaceId), draft.Message, draft.OpensThread, cancel);
    }

    /// <summary>Kept words are those of the message; without it there are none.</summary>
    public static Task<Outcome> HandleAsync(Turn turn, DraftSourceChanged changed, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(changed.NewText)) turn.Db.Drafts.Remove(changed.Draft);
        else changed.Draft.Text = changed.NewText;
        return Task.FromResult(Outcome.Nothing);
    }
}
