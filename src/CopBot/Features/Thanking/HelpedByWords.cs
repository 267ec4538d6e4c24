using System.Globalization;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Thanking;

/// <summary>
/// <c>helped</c>, where there are no buttons: the answer is named by number, by thread, or is the only one.
/// </summary>
internal static class HelpedByWords
{
    private static readonly Phrase Which = new(
        "Which answer? Say “helped Q7.1”, with the question’s number and the answer’s.",
        "Quelle réponse ? Dites « aidé Q7.1 », avec le numéro de la question et celui de la réponse.");

    public static async Task<Outcome> HandleAsync(Turn turn, VerbIntent call, bool helped, CancellationToken cancel)
    {
        var match = ThankingFeature.Answer().Match(call.Argument);
        var question = match.Success
            ? await turn.Db.FindHandleAsync(turn.Community.Id, Number(match.Groups[1].Value), cancel)
            : await ThreadOf.QuestionAsync(turn, call.Message.Place.Ref, call.Message.Thread, cancel)
                ?? await LastOwnAsync(turn, cancel);
        if (question is null || !question.IsOpenTo(turn.Me.Member.Id)) return Outcome.Of(turn.Tell(Which));
        var answers = question.Contributions
            .Where(c => c.Kind != ContributionKind.FollowUp).OrderBy(c => c.Id).ToList();
        var answer = match.Groups[2] is { Success: true } numbered
            ? answers.ElementAtOrDefault(Number(numbered.Value) - 1)
            : Only(answers.Where(c => c.Kind == ContributionKind.Answer && c.HelpedAt is null == helped));
        return answer is null
            ? Outcome.Of(turn.Tell(Which))
            : await Helped.MarkAsync(turn, question, answer, helped, cancel);
    }

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static Contribution? Only(IEnumerable<Contribution> answers) =>
        answers.Take(2).ToList() is [var only] ? only : null;

    private static Task<Question?> LastOwnAsync(Turn turn, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        return turn.Db.WholeQuestions()
            .Where(q => q.AskerId == me && q.Contributions.Any(c => c.Kind == ContributionKind.Answer))
            .OrderByDescending(q => q.Number)
            .FirstOrDefaultAsync(cancel);
    }
}
