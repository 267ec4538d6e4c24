using MathNet.Numerics.Distributions;

namespace CopBot.Evaluation.Rates;

/// <summary>Events per unit of time at risk.</summary>
/// <param name="Events">How often it happened.</param>
/// <param name="Exposure">Time at risk, of all together.</param>
public sealed record PoissonRate(int Events, double Exposure)
{
    /// <summary>Events by exposure.</summary>
    public double Value => Events / Exposure;

    /// <summary>Lower end of the exact 95 % interval (Garwood 1936).</summary>
    public double Low => Events == 0 ? 0 : ChiSquared.InvCDF(2 * Events, 0.025) / (2 * Exposure);

    /// <summary>Upper end of the exact 95 % interval.</summary>
    public double High => ChiSquared.InvCDF((2 * Events) + 2, 0.975) / (2 * Exposure);
}
