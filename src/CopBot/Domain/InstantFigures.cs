using System.Globalization;
using CopBot.Evaluation.Rates;
using CopBot.Matching.Similarity;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>How often what is shown at once is right, as who asked says.</summary>
/// <param name="Shown">How many questions were shown something.</param>
/// <param name="Solved">Of how many it solved the question.</param>
/// <param name="Decided">Of how many somebody said so or the contrary.</param>
internal sealed record InstantFigures(int Shown, int Solved, int Decided)
{
    public static async Task<InstantFigures> OfAsync(Turn turn, CancellationToken cancel)
    {
        var outcomes = await (
            from shown in turn.Db.Suggestions
            join question in turn.Db.Questions on shown.QuestionId equals question.Id
            where question.CommunityId == turn.Community.Id
            group shown by shown.Outcome into same
            select new { Outcome = same.Key, Count = same.Count() }).ToListAsync(cancel);
        int Of(SuggestionOutcome outcome) => outcomes.Find(one => one.Outcome == outcome)?.Count ?? 0;
        return new(
            outcomes.Sum(one => one.Count),
            Of(SuggestionOutcome.Solved),
            Of(SuggestionOutcome.Solved) + Of(SuggestionOutcome.NotMyCase) + Of(SuggestionOutcome.ExpertsWanted));
    }

    /// <summary>The confidence from which on something is shown, in percent.</summary>
    public static string Threshold => Confidence.Shipped.Threshold.ToString("P0", CultureInfo.InvariantCulture);

    /// <summary>Of those who said, how many it solved the question for.</summary>
    public Proportion Right => new(Solved, Decided);
}
