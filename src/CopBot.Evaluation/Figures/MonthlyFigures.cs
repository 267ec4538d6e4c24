using System.Text.Json.Nodes;
using CopBot.Evaluation.Series;

namespace CopBot.Evaluation.Figures;

/// <summary>
/// One month of a community, as far as it is known; each list of <see cref="MonthlyFigures"/> has one of each.
/// </summary>
/// <param name="Month">1, 2, 3, …</param>
/// <param name="Formal">1 from the first month after it was formalised, else 0.</param>
/// <param name="MonthsSince">Months since the last month before that; 0 until then.</param>
/// <param name="Funding">Money of the month, in thousands.</param>
/// <param name="Active">Active members.</param>
/// <param name="ActiveControl">Active members of a sister community.</param>
/// <param name="LeaderGives">Answers that leaders gave.</param>
/// <param name="NewContributors">Members who contributed for the first time.</param>
public sealed record MonthRow(
    double Month, double? Formal, double? MonthsSince, double? Funding, double? Active, double? ActiveControl,
    double? LeaderGives, double? NewContributors);

/// <summary>What a row of months says of formalisation, money and leaders.</summary>
public static class MonthlyFigures
{
    private const int Lag = 3;

    /// <summary>Measures what the columns allow.</summary>
    /// <param name="months">In order, without gaps.</param>
    public static JsonObject Of(IReadOnlyList<MonthRow> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        var figures = new JsonObject { ["n"] = months.Count };
        var month = months.Select(row => row.Month).ToArray();
        var (formal, since) = (Column(months, row => row.Formal), Column(months, row => row.MonthsSince));
        if (Column(months, row => row.Active) is { } active && formal is not null && since is not null)
        {
            double[][] design = [[.. Trends.Ones(months.Count)], month, formal, since];
            AddChange(figures, active, design);
            if (Column(months, row => row.Funding) is { } funding)
            {
                figures["with_funding"] = Fit(active, [.. design, funding]);
            }

            if (Column(months, row => row.ActiveControl) is { } sister)
            {
                figures["cits_difference_series"] = Fit([.. active.Zip(sister, (a, b) => a - b)], design);
                var before = formal.Count(one => one == 0);
                figures["did_2x2"] = before is 0 || before == months.Count ? null
                    : ControlledSeries.DifferenceInDifferences(active, sister, before);
            }
        }

        if (Column(months, row => row.LeaderGives) is { } leaders
            && Column(months, row => row.NewContributors) is { } joining)
        {
            AddLeaders(figures, leaders, joining);
        }

        return figures;
    }

    private static void AddChange(JsonObject figures, double[] active, double[][] design)
    {
        var n = active.Length;
        if (Regression.Fit(active, design) is not { } line)
        {
            figures["ols"] = null;
            return;
        }

        var names = new[] { "const", "month", "formal", "months_since" };
        figures["ols"] = Json.Map(names.Zip(line.Coefficients), one => one.First, one => one.Second);
        figures["ols_se"] = Json.List(line.Errors);
        figures["nw3_se_adj"] = Json.List(line.NeweyWest(Lag));
        figures["nw3_se_noadj"] = Json.List(line.NeweyWest(Lag, adjusted: false));
        figures["DW"] = line.DurbinWatson;
        var (q, p) = Correlations.LjungBox(line.Residuals, 6);
        figures["ljung_box6"] = new JsonObject { ["Q"] = q, ["p"] = p };
        double[] weights = [0, 0, 1, design[3][n - 1]];
        var effect = line.Coefficients[2] + (line.Coefficients[3] * design[3][n - 1]);
        var error = line.NeweyWestOf(weights, Lag);
        var last = design[1][n - 1];
        figures[$"effect_month{last}"] = effect;
        figures[$"se_effect{last}_nw_adj"] = error;
        figures[$"ci95_t{line.Freedom}"] = Json.List([effect - (line.Quantile * error), effect + (line.Quantile * error)]);
        figures[$"counterfactual{last}"] = line.Fitted[n - 1] - effect;
        figures[$"fitted{last}"] = line.Fitted[n - 1];
    }

    private static void AddLeaders(JsonObject figures, double[] leaders, double[] joining)
    {
        if (LaggedLeaders.Fit(joining, leaders, Lag) is { } lagged)
        {
            figures["leader_lag1"] = Fitted(lagged.Line);
            figures["leader_lead1_placebo"] = lagged.Placebo is null ? null : Fitted(lagged.Placebo);
        }

        if (LaggedLeaders.WithOwnPast(joining, leaders) is { } withPast)
        {
            figures["leader_lag1_with_AR"] = new JsonObject
            {
                ["coef_l1"] = withPast.Coefficients[1],
                ["se_ols"] = withPast.Errors[1],
            };
        }

        figures["ccf_lag_minus3_to_3"] = Json.List(
            Enumerable.Range(-Lag, (2 * Lag) + 1).Select(lag => Correlations.Cross(leaders, joining, lag)));
    }

    private static JsonObject? Fit(double[] y, double[][] design) =>
        Regression.Fit(y, design) is { } line ? Fitted(line) : null;

    private static JsonObject Fitted(Regression line) => new()
    {
        ["coef"] = Json.List(line.Coefficients),
        ["nw3_se_adj"] = Json.List(line.NeweyWest(Lag)),
    };

    private static double[]? Column(IReadOnlyList<MonthRow> months, Func<MonthRow, double?> of) =>
        months.All(row => of(row) is not null) && months.Count > 0 ? [.. months.Select(row => of(row)!.Value)] : null;
}
