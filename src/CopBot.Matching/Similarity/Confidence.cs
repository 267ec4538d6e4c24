using CopBot.Matching.Threads;
using CopBot.Matching.Vectors;

namespace CopBot.Matching.Similarity;

/// <summary>
/// How likely something that was found answers what was looked for. Scores tell only what fits best, be it badly; this
/// tells whether it fits.
/// </summary>
public sealed class Confidence
{
    private const double Cost = 0.5;

    private readonly double[] _weights;

    private Confidence(double[] weights, double threshold) => (_weights, Threshold) = (weights, threshold);

    /// <summary>
    /// What ships: fitted on SemEval-2016 task 3, train part 2, by <c>similar --data …/train2/similar
    /// --fit-confidence</c>. The threshold gives a precision of .80 there.
    /// </summary>
    public static Confidence Shipped { get; } = new([0.932, 3.022, 1.579, 3.719, -4.241], 0.5074);

    /// <summary>From here on it is shown at once.</summary>
    public double Threshold { get; }

    /// <summary>The weights of <see cref="Features"/>, and what is added.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>Learns from pairs that somebody judged, one list for each question, and finds the threshold.</summary>
    /// <param name="judged">What was found for each question, best first, and whether it answers.</param>
    /// <param name="precision">So often what is shown at once shall be right: 0 to 1.</param>
    public static Confidence Fit(IReadOnlyList<IReadOnlyList<(Signals Signals, bool Right)>> judged, double precision)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var pairs = judged.SelectMany(list => list).ToList();
        var examples = pairs.ConvertAll(pair => Features(pair.Signals));
        var weights = LogisticRegression
            .Fit(examples, pairs.ConvertAll(pair => pair.Right), examples[0].At.Length, Cost);
        var untried = new Confidence(weights, 1);

        // Over all pairs, not only the best of each question: whatever is shown shall keep the promise.
        var shown = pairs.ConvertAll(pair => (untried.Of(pair.Signals), pair.Right));
        return new(weights, ThresholdFor(shown, precision));
    }

    /// <summary>The lowest from which on at least such a share is right; 1 if there is none.</summary>
    /// <param name="shown">How sure of each, and whether it was right.</param>
    /// <param name="precision">The share: 0 to 1.</param>
    public static double ThresholdFor(IReadOnlyList<(double Sure, bool Right)> shown, double precision)
    {
        var (right, all, threshold) = (0, 0, 1.0);

        // What is equally sure is shown together.
        foreach (var group in shown.GroupBy(one => one.Sure).OrderByDescending(group => group.Key))
        {
            all += group.Count();
            right += group.Count(one => one.Right);
            if (right >= precision * all) threshold = group.Key;
        }

        return threshold;
    }

    /// <summary>The probability: 0 to 1.</summary>
    /// <param name="signals">What made it rank.</param>
    public double Of(Signals signals) => LogisticRegression.Probability(OddsOf(signals));

    /// <summary>The same as the logarithm of the odds.</summary>
    internal double OddsOf(Signals signals) => LogisticRegression.Score(Features(signals), _weights);

    /// <summary>Only what means the same whatever else was found; BM25 does not.</summary>
    private static SparseVector Features(Signals signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        return new(
            [0, 1, 2, 3],
            [(float)signals.Spelling, (float)signals.Topic, (float)signals.AllTopic, (float)signals.Company]);
    }
}
