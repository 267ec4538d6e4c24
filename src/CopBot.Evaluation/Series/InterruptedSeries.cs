namespace CopBot.Evaluation.Series;

/// <summary>
/// Whether a series changed when something happened, beyond where it was going (Wagner et al. 2002, Journal of Clinical
/// Pharmacy and Therapeutics 27:299): y = β₀ + β₁t + β₂D + β₃P, with D = 1 from the first month after, and P = months
/// since the last month before, 0 until then. β₂ is the level at once, β₃ what the trend gained or lost.
/// </summary>
/// <param name="Line">The fitted line; its columns are 1, t, D, P and what was added.</param>
/// <param name="Before">Months before.</param>
/// <param name="After">Months after.</param>
/// <param name="Lag">The lag of Newey and West's errors.</param>
public sealed record InterruptedSeries(Regression Line, int Before, int After, int Lag)
{
    /// <summary>So many months are needed on either side before a change of trend is claimed.</summary>
    public const int TrendNeeds = 12;

    /// <summary>So many are needed on either side before anything is.</summary>
    public const int LevelNeeds = 6;

    /// <summary>The change of level.</summary>
    public double Level => Line.Coefficients[2];

    /// <summary>The change of trend, per month.</summary>
    public double Trend => Line.Coefficients[3];

    /// <summary>Whether there are months enough to speak of the trend.</summary>
    public bool CarriesTrend => Math.Min(Before, After) >= TrendNeeds;

    /// <summary>What the change made of the value some months after: β₂ + β₃h, with its interval.</summary>
    /// <param name="months">1 is the first month after.</param>
    public SeriesEffect EffectAfter(int months)
    {
        var weights = new double[Line.Coefficients.Count];
        (weights[2], weights[3]) = (1, months);
        var (value, error) = (Level + (Trend * months), Line.NeweyWestOf(weights, Lag));
        var month = Before + months;
        var fitted = Line.Fitted[month - 1];
        var half = Line.Quantile * error;
        return new(value, error, value - half, value + half, fitted, fitted - value);
    }

    /// <summary>Fits it.</summary>
    /// <param name="y">A value for each month.</param>
    /// <param name="before">After how many months it happened.</param>
    /// <param name="others">What else it may hang on: money, say. Each a value a month.</param>
    /// <param name="lag">The lag of the errors; by default the usual one.</param>
    /// <returns>
    /// Null with fewer than six months on either side, or where another column can't be told from the change.
    /// </returns>
    public static InterruptedSeries? Fit(
        IReadOnlyList<double> y, int before, IReadOnlyList<IReadOnlyList<double>>? others = null, int? lag = null)
    {
        ArgumentNullException.ThrowIfNull(y);
        if (Math.Min(before, y.Count - before) < LevelNeeds) return null;
        var months = Enumerable.Range(1, y.Count).ToArray();
        IReadOnlyList<double>[] columns =
        [
            Trends.Ones(y.Count), Trends.Months(y.Count), [.. months.Select(t => t > before ? 1.0 : 0)],
            [.. months.Select(t => Math.Max(0.0, t - before))], .. others ?? [],
        ];
        return Regression.Fit(y, columns) is { } line
            ? new(line, before, y.Count - before, lag ?? Regression.UsualLag(y.Count))
            : null;
    }
}

/// <summary>What a change made of a value.</summary>
/// <param name="Value">How much more it is than without.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Fitted">What the line says with it.</param>
/// <param name="Without">What the line says without it: the counterfactual.</param>
public sealed record SeriesEffect(
    double Value, double Error, double Low, double High, double Fitted, double Without);
