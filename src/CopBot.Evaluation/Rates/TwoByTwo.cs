using MathNet.Numerics;
using static System.Math;

namespace CopBot.Evaluation.Rates;

/// <summary>Two groups, and what became of each: the table from which an effect is read.</summary>
/// <param name="ExposedHits">Exposed, with the outcome.</param>
/// <param name="ExposedMisses">Exposed, without it.</param>
/// <param name="OtherHits">Not exposed, with the outcome.</param>
/// <param name="OtherMisses">Not exposed, without it.</param>
public sealed record TwoByTwo(int ExposedHits, int ExposedMisses, int OtherHits, int OtherMisses)
{
    /// <summary>The exposed.</summary>
    public Proportion Exposed => new(ExposedHits, ExposedHits + ExposedMisses);

    /// <summary>The others.</summary>
    public Proportion Others => new(OtherHits, OtherHits + OtherMisses);

    /// <summary>Difference of the two shares with Newcombe's interval.</summary>
    public DifferenceOfProportions RiskDifference => new(Exposed, Others);

    /// <summary>Ratio of the two shares.</summary>
    public double RiskRatio => Exposed.Value / Others.Value;

    /// <summary>Ratio of the two odds.</summary>
    public double OddsRatio => (double)ExposedHits * OtherMisses / ((double)ExposedMisses * OtherHits);

    /// <summary>Natural logarithm of the odds ratio.</summary>
    public double LogOddsRatio => Log(OddsRatio);

    /// <summary>Its standard error (Woolf 1955).</summary>
    public double LogOddsRatioError =>
        Sqrt((1.0 / ExposedHits) + (1.0 / ExposedMisses) + (1.0 / OtherHits) + (1.0 / OtherMisses));

    /// <summary>
    /// How strongly something unmeasured would have to go with both exposure and outcome to explain the ratio away.
    /// </summary>
    public double EValue => Rates.EValue.Of(RiskRatio);

    /// <summary>
    /// Fisher's exact two-sided p: all tables with the same margins that are no likelier than this one, as R's
    /// <c>fisher.test</c> counts them.
    /// </summary>
    public double FisherP()
    {
        var (rowOne, columnOne) = (ExposedHits + ExposedMisses, ExposedHits + OtherHits);
        var all = rowOne + OtherHits + OtherMisses;
        var (least, most) = (Max(0, rowOne + columnOne - all), Min(rowOne, columnOne));
        double LogOf(int hits) => LogChoose(columnOne, hits) + LogChoose(all - columnOne, rowOne - hits);
        var (whole, observed, total) = (LogChoose(all, rowOne), LogOf(ExposedHits), 0.0);
        for (var hits = least; hits <= most; hits++)
        {
            // Tables just as likely must not be lost to rounding: R allows a part in ten million, too.
            if (LogOf(hits) <= observed + 1e-7) total += Exp(LogOf(hits) - whole);
        }

        return Min(1, total);
    }

    private static double LogChoose(int n, int k) => SpecialFunctions.BinomialLn(n, k);
}
