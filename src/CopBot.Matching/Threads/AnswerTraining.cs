using CopBot.Matching.Similarity;

namespace CopBot.Matching.Threads;

/// <summary>Learns from threads in which somebody marked what answers.</summary>
public static class AnswerTraining
{
    private const int Folds = 5;
    private const double Cost = 300;

    /// <summary>Learns.</summary>
    /// <param name="threads">Threads, and which of their replies answer.</param>
    /// <param name="model">What is known of the words of the community that they are from.</param>
    public static AnswerModel Fit(
        IReadOnlyList<(ThreadText Thread, IReadOnlyList<bool> Answers)> threads, SimilarityModel model)
    {
        ArgumentNullException.ThrowIfNull(threads);
        var rows = new List<double[]>();
        for (var fold = 0; fold < Folds; fold++)
        {
            // A word score fitted on the thread itself would know its answers by heart.
            var words = WordsOf(threads.Where((_, i) => i % Folds != fold));
            rows.AddRange(threads.Where((_, i) => i % Folds == fold)
                .SelectMany(one => ReplyFeatures.Of(one.Thread, model, words.Of)));
        }

        bool[] labels = [.. Enumerable.Range(0, Folds).SelectMany(fold => threads.Where((_, i) => i % Folds == fold))
            .SelectMany(one => one.Answers)];
        var width = rows[0].Length;
        double[] means = [.. Enumerable.Range(0, width).Select(i => rows.Average(row => row[i]))];
        double[] deviations = [.. Enumerable.Range(0, width).Select(i => Deviation(rows, i, means[i]))];
        var scaled = rows.ConvertAll(row => AnswerModel.Scaled(row, means, deviations));
        var weights = LogisticRegression.Fit(scaled, labels, width, Cost);
        return new(WordsOf(threads), means, deviations, weights);
    }

    /// <summary>
    /// Learns from a community's own marks on top of what is known: few marks change little.
    /// </summary>
    /// <param name="known">What is known.</param>
    /// <param name="threads">Threads, and which of their replies answer.</param>
    /// <param name="model">What is known of the community's words.</param>
    public static AnswerModel Refit(
        AnswerModel known,
        IReadOnlyList<(ThreadText Thread, IReadOnlyList<bool> Answers)> threads,
        SimilarityModel model)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(threads);
        var (means, deviations, weights) = known.Figures;
        var rows = threads.SelectMany(one => ReplyFeatures.Of(one.Thread, model, known.Words.Of))
            .Select(row => AnswerModel.Scaled(row, means, deviations)).ToList();
        if (rows.Count == 0) return known;
        var learnt = LogisticRegression.Fit(
            rows,
            [.. threads.SelectMany(one => one.Answers)],
            weights.Length - 1,
            Cost,
            rows.ConvertAll(row => LogisticRegression.Score(row, weights)));
        return known.With([.. weights.Zip(learnt, (one, more) => one + more)]);
    }

    private static WordScore WordsOf(IEnumerable<(ThreadText Thread, IReadOnlyList<bool> Answers)> threads)
    {
        var replies = threads.SelectMany(one => one.Thread.Replies.Zip(one.Answers)).ToList();
        return WordScore.Fit([.. replies.Select(pair => pair.First.Text)], [.. replies.Select(pair => pair.Second)]);
    }

    private static double Deviation(List<double[]> rows, int i, double mean)
    {
        var deviation = Math.Sqrt(rows.Average(row => (row[i] - mean) * (row[i] - mean)));
        return deviation > 1e-9 ? deviation : 1;
    }
}
