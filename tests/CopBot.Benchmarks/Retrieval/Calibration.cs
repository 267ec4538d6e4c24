using CopBot.Evaluation.Rates;
using CopBot.Matching.Similarity;
using ScottPlot;

namespace CopBot.Benchmarks.Retrieval;

/// <summary>Whether confidence keeps what it says.</summary>
internal static class Calibration
{
    public const double Precision = 0.8;
    private const int Bins = 10;

    /// <summary>Of the best found for each question: how many are shown at once, and how many of these are right; and of all that is found.</summary>
    public static object Figures(
        Confidence confidence, IReadOnlyList<IReadOnlyList<(Signals Signals, bool Right)>> found)
    {
        var best = found.Where(list => list.Count > 0).Select(list => (Sure: confidence.Of(list[0].Signals), list[0].Right)).ToList();
        var sure = best.Where(one => one.Sure >= confidence.Threshold).ToList();
        var all = found.SelectMany(list => list).Select(one => (Sure: confidence.Of(one.Signals), one.Right)).ToList();
        var allSure = all.Where(one => one.Sure >= confidence.Threshold).ToList();
        return new
        {
            precision = Math.Round(Right(sure), 3),
            coverage = Math.Round(sure.Count / (double)best.Count, 3),
            shown = sure.Count,
            precisionOfAll = Math.Round(Right(allSure), 3),
            allShown = allSure.Count,
            brier = Math.Round(all.Average(one => Math.Pow(one.Sure - (one.Right ? 1 : 0), 2)), 3),
        };
    }

    private static double Right(List<(double Sure, bool Right)> shown) =>
        shown.Count == 0 ? 0 : shown.Average(one => one.Right ? 1.0 : 0);

    /// <summary>A reliability picture: of what is shown with some confidence, how much is right.</summary>
    public static void Draw(
        Confidence confidence, IReadOnlyList<IReadOnlyList<(Signals Signals, bool Right)>> found, FileInfo file)
    {
        var pairs = found.SelectMany(list => list).Select(one => (Sure: confidence.Of(one.Signals), one.Right)).ToList();
        using var plot = new Plot();
        plot.Title($"Of what is found with some confidence, how much is right ({pairs.Count} pairs)");
        plot.XLabel("confidence");
        plot.YLabel("share that is right, with 95 % Wilson intervals");
        plot.Axes.SetLimits(0, 1, 0, 1.08);
        plot.Add.Line(0, 0, 1, 1).LineColor = Colors.Gray;
        plot.Add.VerticalLine(confidence.Threshold, color: Colors.FireBrick);
        plot.Add.Text("shown at once from here", confidence.Threshold + 0.01, 0.06).LabelFontColor = Colors.FireBrick;
        foreach (var bin in pairs.GroupBy(pair => Math.Min(Bins - 1, (int)(pair.Sure * Bins))))
        {
            var (right, x) = (new Proportion(bin.Count(pair => pair.Right), bin.Count()), bin.Average(pair => pair.Sure));
            plot.Add.Line(x, right.Low, x, right.High).LineColor = Colors.SteelBlue;
            plot.Add.Marker(x, right.Value, size: 9).Color = Colors.SteelBlue;
            plot.Add.Text($"{right.Cases}", x + 0.008, right.High + 0.03);
        }

        plot.SavePng(file.FullName, 800, 600);
    }
}
