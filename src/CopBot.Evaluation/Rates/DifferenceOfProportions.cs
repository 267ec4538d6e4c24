using static System.Math;

namespace CopBot.Evaluation.Rates;

/// <summary>How much larger one share is than another.</summary>
/// <param name="First">The share of those who were exposed, say.</param>
/// <param name="Second">The share of the others.</param>
public sealed record DifferenceOfProportions(Proportion First, Proportion Second)
{
    /// <summary>First minus second.</summary>
    public double Value => First.Value - Second.Value;

    /// <summary>Lower end of Newcombe's 95 % interval.</summary>
    public double Low => Newcombe().Low;

    /// <summary>Upper end of Newcombe's 95 % interval.</summary>
    public double High => Newcombe().High;

    /// <summary>
    /// Newcombe's hybrid interval, made of the two Wilson intervals (1998, Statistics in Medicine 17:873, method 10).
    /// </summary>
    /// <param name="z">Half its width in standard errors of the normal distribution; 95 % by default.</param>
    public (double Low, double High) Newcombe(double z = Normal.Z95)
    {
        var ((low1, high1), (low2, high2)) = (First.Wilson(z), Second.Wilson(z));
        return (
            Value - Sqrt(Square(First.Value - low1) + Square(high2 - Second.Value)),
            Value + Sqrt(Square(high1 - First.Value) + Square(Second.Value - low2)));
    }

    private static double Square(double x) => x * x;
}
