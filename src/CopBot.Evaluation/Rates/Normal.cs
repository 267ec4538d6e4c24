namespace CopBot.Evaluation.Rates;

/// <summary>The standard normal distribution, as far as intervals need it.</summary>
public static class Normal
{
    /// <summary>Its 97.5 % quantile: half the width of a 95 % interval in standard errors.</summary>
    public const double Z95 = 1.959963984540054;
}
