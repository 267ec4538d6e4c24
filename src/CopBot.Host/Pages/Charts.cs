using System.Text;
using CopBot.Evaluation.Survival;
using ScottPlot;

namespace CopBot.Host.Pages;

/// <summary>Pictures for pages and print: dark lines on white, readable without colour.</summary>
internal static class Charts
{
    private const int Width = 720;
    private const int Height = 300;
    private const int MostLabels = 9;

    /// <summary>Values month by month.</summary>
    /// <returns>An address with the picture in it.</returns>
    public static string Months(IReadOnlyList<string> months, IReadOnlyList<double> values)
    {
        using var plot = New();
        var bars = plot.Add.Bars(Enumerable.Range(0, values.Count).Select(month => (double)month).ToArray(),
            values.ToArray());
        bars.Color = Colors.SteelBlue;
        foreach (var bar in bars.Bars) bar.LineWidth = 0;
        var every = Math.Max(1, (values.Count + MostLabels - 1) / MostLabels);
        int[] named = [.. Enumerable.Range(0, values.Count).Where(month => month % every == 0)];
        plot.Axes.Bottom.SetTicks([.. named.Select(month => (double)month)], [.. named.Select(month => months[month])]);
        plot.Axes.Margins(bottom: 0);
        return Address(plot);
    }

    /// <summary>What share still waits after so many hours, up to two weeks.</summary>
    public static string Waiting(SurvivalCurve curve)
    {
        const double most = 336;
        using var plot = New();
        var (hours, shares) = (new List<double> { 0 }, new List<double> { 1 });
        foreach (var step in curve.Steps.TakeWhile(step => step.Time <= most))
        {
            hours.AddRange([step.Time, step.Time]);
            shares.AddRange([shares[^1], step.Survival]);
        }

        hours.Add(Math.Min(most, Math.Max(curve.LastTime, hours[^1])));
        shares.Add(shares[^1]);
        var line = plot.Add.ScatterLine(hours.ToArray(), shares.ToArray(), Colors.SteelBlue);
        line.LineWidth = 2;
        plot.Axes.SetLimits(0, hours[^1], 0, 1.02);
        plot.XLabel("h");
        return Address(plot);
    }

    private static Plot New()
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        plot.Grid.MajorLineColor = Colors.LightGray;
        return plot;
    }

    private static string Address(Plot plot) =>
        $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(plot.GetSvgXml(Width, Height)))}";
}
