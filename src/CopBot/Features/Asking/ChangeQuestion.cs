using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Asking;

/// <summary>
/// The asker changed or deleted the message: everybody who was shown the question sees it as it is now.
/// </summary>
internal static class ChangeQuestion
{
    public static async Task<Outcome> HandleAsync(Turn turn, QuestionSourceChanged changed, CancellationToken cancel)
    {
        var question = changed.Question;
        var text = changed.NewText?.Trim() ?? "";
        if (text == question.Text || question.State == QuestionState.Withdrawn) return Outcome.Nothing;
        question.Text = text;
        var outcome = new Outcome();
        if (changed.NewText is null)
        {
            question.Withdraw(turn.Now);
            outcome.Raise(new QuestionWithdrawn(question));
        }
        else
        {
            outcome.Raise(new QuestionEdited(question));
        }

        var people = await turn.Db.PeopleOfAsync(question, cancel);
        var shownIn = await Whereabouts.OfAsync(turn, question, cancel);
        return outcome.Send(Carrying.Refresh(turn, question, people, shownIn)
            .Where(_ => question.Threads.Count > 1));
    }
}
