using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Using;

/// <summary>
/// One thing is asked, four weeks after an answer helped; one reminder a week later; then never again.
/// </summary>
internal static class AskWhetherUsed
{
    private static readonly TimeSpan Reminder = TimeSpan.FromDays(7);

    private static readonly Phrase DidYou = new(
        "{0}: an answer helped you. Did you use it?", "{0} : une réponse vous a aidé. L’avez-vous utilisée ?");

    private static readonly Phrase Yes = new("Yes", "Oui");
    private static readonly Phrase Adapted = new("Adapted", "Adaptée");
    private static readonly Phrase Planned = new("Planned", "Prévu");
    private static readonly Phrase No = new("No", "Non");
    private static readonly Phrase Thanks = new(
        "Thank you. That shows what the community is worth.", "Merci. Cela montre ce que vaut la communauté.");

    private static readonly Phrase NotAsked = new("That was not asked.", "Cela n’a pas été demandé.");

    public static async Task<Outcome> PlanAsync(Turn turn, AnswerAccepted accepted, CancellationToken cancel)
    {
        var (question, answer) = (accepted.Question, accepted.Answer);
        if (await turn.Db.FollowUps.AnyAsync(f => f.AnswerId == answer.Id, cancel)) return Outcome.Nothing;
        var followUp = new FollowUp { Id = turn.NewId(), AnswerId = answer.Id, QuestionId = question.Id };
        turn.Db.FollowUps.Add(followUp);
        var due = turn.Now.AddDays(turn.Community.FollowUpAfterDays);
        return new Outcome().Wait(new After(UsingFeature.Timer, followUp.Id, due));
    }

    public static async Task<Outcome> DueAsync(Turn turn, TimerIntent due, CancellationToken cancel)
    {
        var followUp = await turn.Db.FollowUps.FirstOrDefaultAsync(f => f.Id == due.SubjectId, cancel);
        if (followUp is null or { Answer: not null } or { RemindedAt: not null }) return Outcome.Nothing;
        var question = await turn.Db.FindQuestionAsync(followUp.QuestionId, cancel);
        var answer = question?.Contributions.Find(c => c.Id == followUp.AnswerId);
        if (question is null || answer is not { HelpedAt: not null, RemovedAt: null }) return Outcome.Nothing;
        question.Touch();
        var outcome = new Outcome();
        if (followUp.AskedAt is null)
        {
            followUp.AskedAt = turn.Now;
            outcome.Wait(new After(UsingFeature.Timer, followUp.Id, turn.Now + Reminder));
            outcome.Raise(new FollowedUp(question, followUp, null, "asked"));
        }
        else
        {
            followUp.RemindedAt = turn.Now;
        }

        var people = await turn.Db.PeopleOfAsync(question, cancel);
        var asker = question.AskerId is { } id ? people.GetValueOrDefault(id) : null;
        return outcome.Send(Reach.Direct(turn, asker, language => CardOf(question, followUp, answer, language)));
    }

    public static async Task<Outcome> AnswerAsync(
        Turn turn, string id, FollowUpAnswer answer, CancellationToken cancel) =>
        Guid.TryParseExact(id, "N", out var guid)
            ? await RecordAsync(
                turn, await turn.Db.FollowUps.FirstOrDefaultAsync(f => f.Id == guid, cancel), answer, cancel)
            : Outcome.Of(turn.Tell(NotAsked));

    /// <summary>By words, the latest that was asked is meant.</summary>
    public static async Task<Outcome> AnswerLastAsync(Turn turn, FollowUpAnswer answer, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        var last = await turn.Db.FollowUps
            .Where(f => f.AskedAt != null && turn.Db.Questions.Any(q => q.Id == f.QuestionId && q.AskerId == me))
            .OrderByDescending(f => f.AskedAt).FirstOrDefaultAsync(cancel);
        return await RecordAsync(turn, last, answer, cancel);
    }

    private static async Task<Outcome> RecordAsync(
        Turn turn, FollowUp? followUp, FollowUpAnswer answer, CancellationToken cancel)
    {
        var question = followUp is null ? null : await turn.Db.FindQuestionAsync(followUp.QuestionId, cancel);
        if (question is null || question.AskerId != turn.Me.Member.Id) return Outcome.Of(turn.Tell(NotAsked));
        var changed = followUp!.Answer != answer;
        question.Touch();
        (followUp.Answer, followUp.AnsweredAt) = (answer, turn.Now);
        var outcome = Outcome.Of(turn.Tell(Thanks));
        return changed ? outcome.Raise(new FollowedUp(question, followUp, turn.Me.Member.Id, "answered")) : outcome;
    }

    private static Card CardOf(Question question, FollowUp followUp, Contribution answer, Language language)
    {
        var did = DidYou.In(language, question.Handle);
        var quote = Shortening.To(answer.Text, 300);
        var id = $"{followUp.Id:N}";
        return new Card($"{did} {quote}", new Paragraph(did), new Quote(quote))
        {
            Actions =
            [
                new("used-yes", Yes.In(language), id, "used it"),
                new("used-adapted", Adapted.In(language), id, "adapted it"),
                new("used-planned", Planned.In(language), id, "plan to use it"),
                new("used-no", No.In(language), id, "did not use it"),
            ],
        };
    }
}
