using CopBot.Matching.Vectors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace CopBot.Matching.Threads;

/// <summary>
/// How likely something is, by weighted features. Large weights cost their squares, so that few examples teach little.
/// Source: Hastie, Tibshirani, Friedman: The Elements of Statistical Learning, 4.4.
/// </summary>
internal static class LogisticRegression
{
    private const int MostSteps = 300;

    /// <summary>The weights, and the bias last, which costs nothing.</summary>
    /// <param name="examples">Their features.</param>
    /// <param name="labels">Which of them are so.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="cost">What a weight of one costs, in examples.</param>
    /// <param name="known">What is known of each example already: the logarithm of its odds. Default: nothing.</param>
    public static double[] Fit(
        IReadOnlyList<SparseVector> examples,
        IReadOnlyList<bool> labels,
        int features,
        double cost,
        IReadOnlyList<double>? known = null)
    {
        var objective = ObjectiveFunction.Gradient(weights => Evaluate(weights, examples, labels, known, cost));
        var found = new LimitedMemoryBfgsMinimizer(1e-5, 1e-9, 1e-9, 10, MostSteps);
        return [.. found.FindMinimum(objective, Vector<double>.Build.Dense(features + 1)).MinimizingPoint];
    }

    /// <summary>The logarithm of the odds.</summary>
    public static double Score(SparseVector example, ReadOnlySpan<double> weights)
    {
        var sum = weights[^1];
        for (var i = 0; i < example.At.Length; i++) sum += weights[example.At[i]] * example.Values[i];
        return sum;
    }

    /// <summary>Odds as a probability.</summary>
    public static double Probability(double score) => 1 / (1 + Math.Exp(-score));

    private static (double Loss, Vector<double> Gradient) Evaluate(
        Vector<double> weights,
        IReadOnlyList<SparseVector> examples,
        IReadOnlyList<bool> labels,
        IReadOnlyList<double>? known,
        double cost)
    {
        var now = weights.ToArray();
        var gradient = new double[now.Length];
        var loss = 0.0;
        for (var i = 0; i < examples.Count; i++)
        {
            var score = Score(examples[i], now) + (known?[i] ?? 0);
            var signed = labels[i] ? score : -score;
            loss += signed > 0 ? Math.Log(1 + Math.Exp(-signed)) : -signed + Math.Log(1 + Math.Exp(signed));
            var error = Probability(score) - (labels[i] ? 1 : 0);
            var (at, values) = (examples[i].At, examples[i].Values);
            for (var j = 0; j < at.Length; j++) gradient[at[j]] += error * values[j];
            gradient[^1] += error;
        }

        for (var j = 0; j < now.Length - 1; j++)
        {
            loss += cost * now[j] * now[j] / 2;
            gradient[j] += cost * now[j];
        }

        // By example, so that tolerances mean the same for any number of them.
        return (loss / examples.Count, Vector<double>.Build.Dense(gradient) / examples.Count);
    }
}
