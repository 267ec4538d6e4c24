namespace CopBot.Evaluation.Rates;

/// <summary>
/// The E-value of a risk ratio (VanderWeele and Ding 2017, Annals of Internal Medicine 167:268): the least strength, as
/// a risk ratio, that an unmeasured cause must have with both exposure and outcome to explain it away.
/// </summary>
public static class EValue
{
    /// <summary>Of a risk ratio; of one below 1, of its inverse.</summary>
    public static double Of(double riskRatio)
    {
        var ratio = riskRatio < 1 ? 1 / riskRatio : riskRatio;
        return ratio + Math.Sqrt(ratio * (ratio - 1));
    }
}
