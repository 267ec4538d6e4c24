using CopBot.Evaluation.Records;
using CopBot.Evaluation.Survival;

namespace CopBot.Evaluation.Rates;

/// <summary>
/// How fast and how surely questions are answered. The first answer of somebody else counts; a question that waits is
/// censored at the end of the window, or when it was closed or withdrawn.
/// </summary>
/// <param name="Waiting">For each question, hours until its first answer.</param>
/// <param name="Curve">The share that still waits after so many hours.</param>
/// <param name="Answered">Questions with an answer by the end of the window, among all asked in it.</param>
/// <param name="AnsweredMature">The same among questions older than <see cref="MatureDays"/> at the end.</param>
/// <param name="Accepted">Questions with an accepted answer, among those answered.</param>
/// <param name="Answers">Answers of others, to all questions together.</param>
public sealed record Answering(
    IReadOnlyList<Observation> Waiting, SurvivalCurve Curve, Proportion Answered, Proportion AnsweredMature,
    Proportion Accepted, int Answers)
{
    /// <summary>Younger questions may just not have been read yet, days.</summary>
    public const double MatureDays = 7;

    /// <summary>Answers by questions; null without questions.</summary>
    public double? AnswersPerQuestion => Answered.Cases == 0 ? null : (double)Answers / Answered.Cases;

    /// <summary>
    /// The median of the answered alone, in hours: biased low, shown only beside <see cref="SurvivalCurve.Median"/>.
    /// </summary>
    public double? MedianOfAnswered
    {
        get
        {
            var times = Waiting.Where(one => one.Happened).Select(one => one.Time).Order().ToArray();
            if (times.Length == 0) return null;
            return (times[(times.Length - 1) / 2] + times[times.Length / 2]) / 2;
        }
    }

    /// <summary>Measures it.</summary>
    public static Answering Of(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var n = exchange.Questions.Count;
        var (first, accepted) = (new double[n], new bool[n]);
        Array.Fill(first, double.PositiveInfinity);
        for (var answer = 0; answer < exchange.Answers.Count; answer++)
        {
            var (question, row) = (exchange.Answered[answer], exchange.Answers[answer]);
            first[question] = Math.Min(first[question], row.Posted);
            accepted[question] |= row.Accepted;
        }

        var waiting = exchange.Questions.Select((question, number) =>
        {
            var closed = double.IsFinite(first[number]) ? exchange.End : question.Closed ?? exchange.End;
            return Durations.Between(question.Asked, first[number], Math.Min(exchange.End, closed), unit: 24);
        }).ToArray();
        var mature = Enumerable.Range(0, n)
            .Where(question => exchange.End - exchange.Questions[question].Asked > MatureDays).ToList();
        var answered = first.Count(double.IsFinite);
        return new(
            waiting, SurvivalCurve.Of(waiting), new(answered, n),
            new(mature.Count(question => double.IsFinite(first[question])), mature.Count),
            new(accepted.Count(yes => yes), answered), exchange.Answers.Count);
    }
}
