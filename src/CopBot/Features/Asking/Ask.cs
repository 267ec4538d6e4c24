using CopBot.Chat;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Asking;

/// <summary>A question enters the community: one record, its first thread, a sign of life.</summary>
internal static class Ask
{
    private static readonly Phrase Empty = new(
        "What would you like to ask? Write it behind my name.", "Que souhaitez-vous demander ? Écrivez-le après mon nom.");

    private static readonly Phrase HowSecretly = new(
        "I did nothing. Say “ask anonymously” or “ask privately”, and the question behind it.",
        "Je n’ai rien fait. Dites « demander anonymement » ou « demander en privé », puis la question.");

    private static readonly Phrase Visible = new(
        "Here everybody sees that you ask, so I did nothing. Say the same to me in our direct chat.",
        "Ici, tout le monde voit que vous demandez ; je n’ai donc rien fait. Dites-le-moi dans notre conversation directe.");

    private static readonly CompiledQuery<
        Func<CopBotDbContext, string, string, string, CancellationToken, Task<bool>>> IsKnown = new(
        () => EF.CompileAsyncQuery(
            (CopBotDbContext db, string connection, string place, string message, CancellationToken _) =>
                db.Questions.Any(q => q.SourceConnection == connection && q.SourcePlace == place
                    && q.SourceMessage == message)));

    /// <summary>A question, where it was written.</summary>
    public static Task<Outcome> HandleAsync(Turn turn, NewQuestion asked, CancellationToken cancel) =>
        HandleAsync(turn, asked.Text, asked.Message, anonymous: false, cancel);

    /// <summary>
    /// What follows the verb; words that nearly ask for secrecy are never taken for a question by name.
    /// </summary>
    public static Task<Outcome> ByVerbAsync(Turn turn, VerbIntent call, CancellationToken cancel) =>
        AskingFeature.NearlySecret().IsMatch(call.Argument)
            ? Task.FromResult(Outcome.Of(turn.Tell(HowSecretly)))
            : HandleAsync(turn, new NewQuestion(call.Argument, call.Message), cancel);

    /// <summary>A question that must not show where it was written: possible only where nobody reads along.</summary>
    public static Task<Outcome> PrivatelyAsync(
        Turn turn, VerbIntent call, bool anonymous, CancellationToken cancel)
    {
        var hidden = turn.Scene is null or { IsDirect: true } || call.Message.Message.Length == 0;
        return hidden
            ? HandleAsync(turn, call.Argument, call.Message, anonymous, cancel)
            : Task.FromResult(Outcome.Of(turn.Tell(Visible)));
    }

    /// <summary>
    /// Records a question that was asked in a message; an empty message id means that none is left of it.
    /// </summary>
    public static async Task<Outcome> RecordAsync(
        Turn turn,
        string text,
        PlaceRef place,
        string message,
        string? threadId,
        CancellationToken cancel,
        bool anonymous = false,
        int? sameAs = null,
        bool channels = false)
    {
        var me = turn.Me;
        var hasSource = message.Length > 0;

        // Before it takes a number: those that are taken and not used leave gaps that people see.
        await turn.Knowing.ExpectBuiltAsync(turn.Db, turn.Community, cancel);
        var question = new Question
        {
            Id = turn.NewId(),
            CommunityId = turn.Community.Id,
            Number = await turn.Numbers.NextAsync(turn.Community.Id, cancel),
            AskerId = me.Member.Id,
            Text = text,
            AskedAt = turn.OccurredAt,
            Private = anonymous || turn.Scene is null or { IsDirect: true } || !hasSource,
            Anonymous = anonymous,
            ChannelsAllowed = channels,
            SameAs = sameAs,
            SourceConnection = hasSource ? place.Connection : null,
            SourcePlace = hasSource ? place.Id : null,
            SourceMessage = hasSource ? message : null,
        };
        question.Threads.Add(Origin(turn, question, place, hasSource ? threadId : null));
        turn.Db.Questions.Add(question);
        var outcome = new Outcome();
        if (question.Source is { } source && turn.Scene?.Capabilities.Signs == true)
        {
            outcome.Send(new React(source, Sign.Heard));
        }

        return outcome.Raise(new QuestionAsked(question));
    }

    private static async Task<Outcome> HandleAsync(
        Turn turn, string words, MessageReceived message, bool anonymous, CancellationToken cancel)
    {
        var text = MessageText.Of(words.TrimStart(':', ' '), message.Attachments, turn.PlaceLanguage);
        if (text.Length == 0) return Outcome.Of(turn.Tell(Empty));
        if (message.Message.Length > 0 && await IsKnownAsync(turn, message, cancel)) return Outcome.Nothing;
        var same = anonymous ? null : await SameQuestion.FindAsync(turn, text, cancel);
        return await RecordAsync(
            turn,
            text,
            message.Place.Ref,
            message.Message,
            message.Thread ?? message.OpensThread,
            cancel,
            anonymous,
            same?.Number);
    }

    private static Task<bool> IsKnownAsync(Turn turn, MessageReceived message, CancellationToken cancel) =>
        IsKnown.On(turn.Db)(turn.Db, message.Connection, message.Place.Ref.Id, message.Message, cancel);

    private static QuestionThread Origin(Turn turn, Question question, PlaceRef place, string? threadId)
    {
        var direct = question.Private;
        return new QuestionThread
        {
            Id = turn.NewId(),
            QuestionId = question.Id,
            Kind = ThreadKind.Origin,
            Connection = place.Connection,
            PlaceId = place.Id.Length > 0 && (turn.Scene is { IsDirect: true } || !direct) ? place.Id : null,
            ThreadId = threadId,
            MemberId = direct ? turn.Me.Member.Id : null,
            AccountId = direct ? turn.Me.Identity.AccountId : null,
        };
    }
}
