using CopBot.Chat;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Answering;

/// <summary>Where something was said; everything null for forms.</summary>
internal sealed record Said(QuestionThread? Thread, MessageRef? Source);

/// <summary>Records what somebody said about a question, and carries it to all its threads.</summary>
internal static class Contribute
{
    private static readonly Phrase Withdrawn = new("{0} was withdrawn.", "{0} a été retirée.");
    private static readonly Phrase Carried = new(
        "Thank you. It is shown where {0} was asked.", "Merci. C’est visible là où {0} a été posée.");

    public static async Task<Outcome> RecordAsync(
        Turn turn, Question question, ContributionKind kind, string text, Said said, CancellationToken cancel)
    {
        if (question.State == QuestionState.Withdrawn) return Outcome.Of(turn.Tell(Withdrawn, question.Handle));
        var me = turn.Me.Member;
        var contribution = new Contribution
        {
            Id = turn.NewId(),
            QuestionId = question.Id,
            CommunityId = question.CommunityId,
            AuthorId = me.Id,
            Kind = kind,
            Text = text,
            SaidAt = turn.OccurredAt,
            SourceConnection = said.Source?.Place.Connection,
            SourcePlace = said.Source?.Place.Id,
            SourceMessage = said.Source?.Id,
            ThreadId = said.Thread?.Id,
        };
        question.Touch();
        turn.Db.Contributions.Add(contribution);
        var settled = question.Assignments.Exists(a => a.MemberId == me.Id && a.State != AssignmentState.Answered);
        if (kind == ContributionKind.Answer) question.AnsweredBy(me.Id, turn.Now);
        var people = await turn.Db.PeopleOfAsync(question, cancel);
        var outcome = new Outcome()
            .Send(Carrying.Show(turn, question, contribution, people))
            .Raise(kind == ContributionKind.Answer
                ? new AnswerPosted(question, contribution)
                : new MessagePosted(question, contribution));
        if (kind == ContributionKind.Answer && IsFirst(question)) outcome.Send(Status(turn, question, people));
        if (kind == ContributionKind.Answer && settled)
        {
            outcome.Send(await OwnCardAsync(turn, question, people, cancel));
        }

        if (said.Source is { } source && turn.Scene?.Capabilities.Signs == true)
        {
            return outcome.Send(new React(source, Sign.Carried));
        }

        return said.Source is null ? outcome.Say(turn.Tell(Carried, question.Handle)) : outcome;
    }

    private static bool IsFirst(Question question) =>
        question.Contributions.Count(c => c.Kind == ContributionKind.Answer) == 1;

    /// <summary>Where it was asked, the next step is announced no longer: there is an answer.</summary>
    private static IEnumerable<Effect> Status(
        Turn turn, Question question, IReadOnlyDictionary<Guid, Member> people) =>
        Carrying.Refresh(
            turn, question, people, Whereabouts.Unsaid, only: thread => thread.Kind == ThreadKind.Origin);

    /// <summary>The card that asked this member, now saying that it is answered.</summary>
    private static async Task<IEnumerable<Effect>> OwnCardAsync(
        Turn turn, Question question, IReadOnlyDictionary<Guid, Member> people, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        var thread = question.Threads.Find(t => t.Kind == ThreadKind.Asked && t.MemberId == me.Id);
        var assignment = question.Assignments.Find(a => a.MemberId == me.Id);
        if (thread is null || assignment is null) return [];
        var shownIn = await Whereabouts.OfAsync(turn, question, cancel);
        return [thread.Open(QuestionCards.ToExpert(question, assignment, people, shownIn, turn.Language))];
    }
}
