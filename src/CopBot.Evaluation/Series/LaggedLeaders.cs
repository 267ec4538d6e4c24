namespace CopBot.Evaluation.Series;

/// <summary>
/// Whether what leaders give in one month goes with what the community gains in the next: y on g one month before, and
/// on the month. An association, never a proof.
/// </summary>
/// <param name="Line">The fit; its columns are 1, leaders the month before, month.</param>
/// <param name="Lag">The lag of its errors.</param>
/// <param name="Placebo">
/// The same with leaders one month <em>later</em>. If that, too, seems to matter, something moves both.
/// </param>
public sealed record LaggedLeaders(Regression Line, int Lag, Regression? Placebo)
{
    /// <summary>The association: more y for each more that leaders gave.</summary>
    public double Coefficient => Line.Coefficients[1];

    /// <summary>How often chance alone would give as much.</summary>
    public double P => Line.P(Coefficient, Line.NeweyWest(Lag)[1]);

    /// <summary>Whether the future seems to matter: then the past may not.</summary>
    public bool IsConfounded =>
        Placebo is not null && Placebo.P(Placebo.Coefficients[1], Placebo.NeweyWest(Lag)[1]) < 0.05;

    /// <summary>Fits it; null with fewer than twelve months or without any variation.</summary>
    public static LaggedLeaders? Fit(IReadOnlyList<double> y, IReadOnlyList<double> leaders, int? lag = null)
    {
        ArgumentNullException.ThrowIfNull(y);
        var n = y.Count;
        if (n < InterruptedSeries.TrendNeeds) return null;
        var months = Trends.Months(n);
        var line = Regression.Fit([.. y.Skip(1)], Trends.Ones(n - 1), [.. leaders.Take(n - 1)], [.. months.Skip(1)]);
        var placebo =
            Regression.Fit([.. y.Take(n - 1)], Trends.Ones(n - 1), [.. leaders.Skip(1)], [.. months.Take(n - 1)]);
        return line is null ? null : new(line, lag ?? Regression.UsualLag(n), placebo);
    }

    /// <summary>The same with y of the month before as well: null where <see cref="Fit"/> would be.</summary>
    public static Regression? WithOwnPast(IReadOnlyList<double> y, IReadOnlyList<double> leaders)
    {
        ArgumentNullException.ThrowIfNull(y);
        var n = y.Count;
        return n < InterruptedSeries.TrendNeeds ? null : Regression.Fit(
            [.. y.Skip(1)], Trends.Ones(n - 1), [.. leaders.Take(n - 1)], [.. y.Take(n - 1)],
            [.. Trends.Months(n).Skip(1)]);
    }
}
