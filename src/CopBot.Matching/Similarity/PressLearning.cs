using CopBot.Matching.Threads;
using CopBot.Matching.Vectors;

namespace CopBot.Matching.Similarity;

/// <summary>
/// What a community's own presses teach, on top of what ships: which signals count more here, and how much surer or
/// less sure than usual one may be. Few presses change little.
/// </summary>
/// <param name="Change">What is added to the weight of each signal.</param>
/// <param name="Shift">What is added to the logarithm of the odds that something answers.</param>
/// <param name="Presses">From how many that was learnt.</param>
public sealed record PressLearning(Signals Change, double Shift, int Presses)
{
    /// <summary>From fewer nothing is learnt.</summary>
    private const int Fewest = 10;

    /// <summary>What changing a weight by one costs, in comparisons.</summary>
    private const double Cost = 30;

    /// <summary>So many presses the usual confidence is worth.</summary>
    private const double UsualShift = 5;

    /// <summary>What was found below counts as worse, this far down.</summary>
    private const int Compared = 5;

    private static readonly int Count = new Signals(0, 0, 0, 0, 0, 0, 0).Values.Count;

    /// <summary>Before anybody pressed.</summary>
    public static PressLearning None { get; } = new(Signals.Of(new double[Count]), 0, 0);

    /// <summary>Learns.</summary>
    /// <param name="weights">How much each signal counts without it.</param>
    /// <param name="judged">What was found, and what was said of it.</param>
    public static PressLearning Learn(Signals weights, IReadOnlyList<JudgedFind> judged)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(judged);
        return judged.Count < Fewest
            ? None with { Presses = judged.Count }
            : new(ChangeOf(weights, judged), ShiftOf(judged), judged.Count);
    }

    /// <summary>The weights here.</summary>
    /// <param name="weights">Those without it.</param>
    public Signals Applied(Signals weights)
    {
        ArgumentNullException.ThrowIfNull(weights);

        // No signal speaks against what it finds alike.
        return Signals.Of([.. weights.Values.Zip(Change.Values, (weight, change) => Math.Max(0, weight + change))]);
    }

    /// <summary>How likely something answers here: 0 to 1.</summary>
    /// <param name="signals">What made it rank.</param>
    public double Sure(Signals signals) =>
        LogisticRegression.Probability(Confidence.Shipped.OddsOf(signals) + Shift);

    internal void Write(BinaryWriter to)
    {
        foreach (var value in Change.Values) to.Write(value);
        to.Write(Shift);
        to.Write(Presses);
    }

    internal static PressLearning Read(BinaryReader from) => new(
        Signals.Of([.. Enumerable.Range(0, Count).Select(_ => from.ReadDouble())]), from.ReadDouble(),
            from.ReadInt32());

    /// <summary>What solved it should stand above the others, and the others above what did not.</summary>
    private static Signals ChangeOf(Signals weights, IReadOnlyList<JudgedFind> judged)
    {
        var (differences, known) = (new List<SparseVector>(), new List<double>());
        foreach (var find in judged)
        {
            var standing = StandingOf(find.Found);
            foreach (var other in Enumerable.Range(0, find.Found.Count).Where(i => i != find.Shown).Take(Compared))
            {
                var sign = find.Solved ? 1 : -1;
                double[] difference =
                    [.. standing[find.Shown].Zip(standing[other], (shown, not) => sign * (shown - not))];
                differences.Add(Dense(difference));
                known.Add(difference.Zip(weights.Values, (one, weight) => one * weight).Sum());
            }
        }

        if (differences.Count == 0) return None.Change;

        // Each comparison both ways round, so that none of it can be put down to chance alone.
        var mirrored = differences.ConvertAll(one => Dense([.. one.Values.Select(value => -(double)value)]));
        var learnt = LogisticRegression.Fit(
            [.. differences, .. mirrored],
            [.. differences.Select(_ => true), .. mirrored.Select(_ => false)],
            Count,
            2 * Cost,
            [.. known, .. known.Select(odds => -odds)]);
        return Signals.Of(learnt[..Count]);
    }

    private static List<double[]> StandingOf(IReadOnlyList<Signals> found)
    {
        var standing = found.Select(_ => new double[Count]).ToList();
        for (var signal = 0; signal < Count; signal++)
        {
            var values = Standing.Of([.. found.Select(one => one.Values[signal])]);
            for (var i = 0; i < values.Length; i++) standing[i][signal] = values[i];
        }

        return standing;
    }

    /// <summary>One number, by Newton's steps: the loss is convex.</summary>
    private static double ShiftOf(IReadOnlyList<JudgedFind> judged)
    {
        var odds =
            judged.Select(find => (Odds: Confidence.Shipped.OddsOf(find.Found[find.Shown]), find.Solved)).ToList();
        var shift = 0.0;
        for (var step = 0; step < 50; step++)
        {
            var (slope, curve) = (UsualShift * shift, UsualShift);
            foreach (var (one, solved) in odds)
            {
                var p = LogisticRegression.Probability(one + shift);
                slope += p - (solved ? 1 : 0);
                curve += p * (1 - p);
            }

            shift -= slope / curve;
        }

        return shift;
    }

    private static SparseVector Dense(double[] values) =>
        new([.. Enumerable.Range(0, values.Length)], [.. values.Select(value => (float)value)]);
}
