using System.Collections.Concurrent;
using CopBot.Chat;
using CopBot.Chat.Cards;
using ScottPlot;

namespace CopBot.Host.Drawing;

/// <summary>Draws charts for messages: on white, readable without colour, and small enough for a phone.</summary>
internal sealed class ChartPictures(ILogger<ChartPictures> logger) : IDrawing
{
    private const int Width = 640;
    private const int Height = 260;
    private const int MostKept = 50;
    private const double GroupWidth = 0.8;

    /// <summary>Told apart by lightness alone, too.</summary>
    private static readonly Color[] Shades = [Color.FromHex("#1F4E79"), Color.FromHex("#9DC3E6"), Color.FromHex("#7F7F7F")];

    private readonly ConcurrentDictionary<BarChart, byte[]> _drawn = new();

    /// <remarks>A message must not wait for its picture: where the drawing library fails, it goes without.</remarks>
    public byte[]? Draw(BarChart chart)
    {
        if (_drawn.Count >= MostKept) _drawn.Clear();
        try
        {
            return _drawn.GetOrAdd(chart, Drawn);
        }
#pragma warning disable CA1031 // What a native library and the machine's fonts can do is not known.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.NotDrawn(failure);
            return null;
        }
    }

    private static byte[] Drawn(BarChart chart)
    {
        using var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.MajorLineColor = Colors.LightGray;
        var width = GroupWidth / Math.Max(1, chart.Series.Count);
        foreach (var (place, series) in chart.Series.Index())
        {
            var shift = ((place + 0.5) * width) - (GroupWidth / 2);
            var bars = plot.Add.Bars(
                [.. series.Values.Index().Select(one => one.Index + shift)], [.. series.Values]);
            bars.Color = Shades[place % Shades.Length];
            bars.LegendText = series.Name;
            foreach (var bar in bars.Bars) bar.Size = width;
        }

        plot.Title(chart.Title, size: 15);
        plot.Axes.Bottom.SetTicks([.. chart.Labels.Index().Select(label => (double)label.Index)], [.. chart.Labels]);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };
        plot.Axes.SetLimits(-0.6, chart.Labels.Count - 0.4, 0, Math.Max(1, Highest(chart) * 1.1));
        plot.Axes.Left.MinorTickStyle.Length = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.OutlineColor = Colors.Transparent;
        plot.ShowLegend(Edge.Bottom);
        return plot.GetImageBytes(Width, Height, ImageFormat.Png);
    }

    private static double Highest(BarChart chart) =>
        chart.Series.SelectMany(series => series.Values).DefaultIfEmpty(0).Max();
}
