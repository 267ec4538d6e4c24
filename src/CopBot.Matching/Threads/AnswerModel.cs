using CopBot.Matching.Similarity;
using CopBot.Matching.Vectors;

namespace CopBot.Matching.Threads;

/// <summary>How likely each reply of a thread answers its question.</summary>
public sealed class AnswerModel
{
    private readonly WordScore _words;
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly double[] _weights;

    internal AnswerModel(WordScore words, double[] means, double[] deviations, double[] weights) =>
        (_words, _means, _deviations, _weights) = (words, means, deviations, weights);

    internal WordScore Words => _words;

    internal (double[] Means, double[] Deviations, double[] Weights) Figures => (_means, _deviations, _weights);

    /// <summary>The probability that a reply answers, by the reply's place in the thread: 0 to 1.</summary>
    /// <param name="thread">The question and its replies.</param>
    /// <param name="model">What is known of the community's words.</param>
    public IReadOnlyList<double> Rate(ThreadText thread, SimilarityModel model)
    {
        ArgumentNullException.ThrowIfNull(thread);
        ArgumentNullException.ThrowIfNull(model);
        return
        [
            .. ReplyFeatures.Of(thread, model, _words.Of).Select(row =>
                LogisticRegression.Probability(LogisticRegression.Score(Scaled(row, _means, _deviations), _weights))),
        ];
    }

    /// <summary>The same with other weights.</summary>
    internal AnswerModel With(double[] weights) => new(_words, _means, _deviations, weights);

    internal static SparseVector Scaled(double[] row, double[] means, double[] deviations) => new(
        [.. Enumerable.Range(0, row.Length)],
        [.. row.Select((value, i) => (float)((value - means[i]) / deviations[i]))]);
}
