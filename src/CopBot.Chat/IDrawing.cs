using CopBot.Chat.Cards;

namespace CopBot.Chat;

/// <summary>Draws charts, for platforms that show pictures.</summary>
public interface IDrawing
{
    /// <summary>Draws a chart: the same chart always as the same picture.</summary>
    /// <param name="chart">The chart.</param>
    /// <returns>
    /// A PNG of at most 1024 by 1024 points and some 20 kB; null if it can't be drawn here, and words have to do.
    /// </returns>
    byte[]? Draw(BarChart chart);
}
