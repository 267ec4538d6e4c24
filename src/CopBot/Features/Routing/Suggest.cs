using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>Somebody who was asked knows somebody better: that person is asked next.</summary>
internal static class Suggest
{
    public const string FormId = "suggest";

    private static readonly Phrase Title = new("Who knows {0}?", "Qui connaît {0} ?");
    private static readonly Phrase Label = new("Name of a member", "Nom d’un membre");
    private static readonly Phrase Send = new("Ask them", "Lui demander");
    private static readonly Phrase SuggestedYou = new("{0} suggested you.", "{0} vous a proposé.");
    private static readonly Phrase Thanks = new("Thank you. {0} is asked now.", "Merci. La question est transmise à {0}.");
    private static readonly Phrase NoSuch = new(
        "I know no member called “{0}”. People become members by writing to me once.",
        "Je ne connais aucun membre nommé « {0} ». On devient membre en m’écrivant une fois.");

    private static readonly Phrase Several = new(
        "Several members are called “{0}”; say the whole name.", "Plusieurs membres se nomment « {0} » ; dites le nom entier.");

    private static readonly Phrase CanNot = new(
        "{0} can’t be asked now.", "{0} ne peut pas être sollicité maintenant.");

    public static Field NameField { get; } = new("name", "") { MaxLength = 200 };

    public static async Task<FormOffer> OpenAsync(Turn turn, string argument, CancellationToken cancel)
    {
        var question = await turn.Db.FindQuestionAsync(argument, cancel);
        if (!Pass.IsWaitingFor(question, turn.Me.Member.Id)) return Pass.NotAsked;
        var language = turn.Language;
        return new Form(FormId, argument, Title.In(language, question!.Handle), Send.In(language),
            [NameField with { Label = Label.In(language) }]);
    }

    public static async Task<Outcome> HandleAsync(
        Turn turn, Question? question, string name, IReadOnlyList<AccountRef> mentions, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        if (!Pass.IsWaitingFor(question, me.Id)) return Outcome.Of(turn.Tell(Pass.NotAsked));
        var wanted = name.Trim().TrimStart('@');
        var found = await MemberNames.FindAsync(turn, wanted, mentions, cancel);
        if (found.Count == 0) return Outcome.Of(turn.Tell(NoSuch, wanted));
        if (found.Count > 1) return Outcome.Of(turn.Tell(Several, wanted));
        var expert = found[0];
        if (question!.Anonymous && expert.Id == question.AskerId)
        {
            // Whoever guesses learns nothing: the answer is the same, and the guess is spent.
            question.PassedBy(me.Id, turn.Now);
            return Outcome.Of(turn.Tell(Thanks, expert.Name)).Raise(new QuestionDeclined(question, me.Id, "suggested"));
        }

        if (!await MayBeAskedAsync(turn, question, expert, cancel)) return Outcome.Of(turn.Tell(CanNot, expert.Name));
        Assigning.Assign(turn, question, expert, SuggestedYou.In(turn.LanguageOf(expert), me.Name));
        question.PassedBy(me.Id, turn.Now);
        var outcome = Outcome.Of(turn.Tell(Thanks, expert.Name));
        Escalate.Plan(turn, question, Escalate.After(turn, 1), outcome);
        return outcome
            .Raise(new QuestionRouted(question, expert.Id, 1, 1, "suggested", 0))
            .Raise(new QuestionDeclined(question, me.Id, "suggested"));
    }

    private static async Task<bool> MayBeAskedAsync(
        Turn turn, Question question, Member expert, CancellationToken cancel) =>
        expert.Reachable && expert.Id != question.AskerId
        && !question.Assignments.Exists(a => a.MemberId == expert.Id)
        && Availability.MayBeAsked(expert, turn.Now, turn.Community.TimeZone)
        && Reach.AccountOf(expert, turn) is not null
        && await Candidates.IsBelowCapAsync(turn, expert, cancel);
}
