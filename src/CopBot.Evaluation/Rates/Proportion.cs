using System.Runtime.InteropServices;
using static System.Math;

namespace CopBot.Evaluation.Rates;

/// <summary>A share of a number of cases, with the interval in which the true share may lie.</summary>
/// <param name="Hits">How many of them.</param>
/// <param name="Cases">Of how many.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Proportion(int Hits, int Cases)
{
    /// <summary>The share; not a number where there are no cases.</summary>
    public double Value => Cases == 0 ? double.NaN : (double)Hits / Cases;

    /// <summary>Lower end of Wilson's 95 % interval.</summary>
    public double Low => Wilson().Low;

    /// <summary>Upper end of Wilson's 95 % interval.</summary>
    public double High => Wilson().High;

    /// <summary>
    /// Wilson's interval (1927, JASA 22:209). Unlike the usual one it stays between 0 and 1 and holds for few cases and
    /// for shares near 0 or 1. Not a number where there are no cases.
    /// </summary>
    /// <param name="z">Half its width in standard errors of the normal distribution; 95 % by default.</param>
    public (double Low, double High) Wilson(double z = Normal.Z95)
    {
        if (Cases == 0) return (double.NaN, double.NaN);
        var (n, p) = ((double)Cases, Value);
        var half = z * Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n)));
        var (middle, scale) = (p + (z * z / (2 * n)), 1 + (z * z / n));

        // At the edges the bound is exact; rounding would put it beside.
        return (Hits == 0 ? 0 : (middle - half) / scale, Hits == Cases ? 1 : (middle + half) / scale);
    }
}
