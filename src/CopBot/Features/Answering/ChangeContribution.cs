using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Answering;

/// <summary>Somebody edited or deleted what they had said: every carried copy follows.</summary>
internal static class ChangeContribution
{
    public static async Task<Outcome> HandleAsync(
        Turn turn, ContributionSourceChanged changed, CancellationToken cancel)
    {
        var (question, contribution) = (changed.Question, changed.Contribution);
        if (contribution.RemovedAt is not null || changed.NewText?.Trim() == contribution.Text) return Outcome.Nothing;
        question.Touch();
        if (changed.NewText is null)
        {
            question.Remove(contribution, turn.Now);
        }
        else
        {
            contribution.Text = changed.NewText;
            contribution.EditedAt = turn.OccurredAt;
        }

        var people = await turn.Db.PeopleOfAsync(question, cancel);
        var outcome = new Outcome().Send(Carrying.Show(turn, question, contribution, people));
        return changed.NewText is null
            ? outcome.Raise(new AnswerDeleted(question, contribution))
            : outcome.Raise(new AnswerEdited(question, contribution));
    }
}
