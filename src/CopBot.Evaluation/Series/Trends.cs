namespace CopBot.Evaluation.Series;

/// <summary>Columns that most lines have.</summary>
public static class Trends
{
    /// <summary>The same everywhere: the level.</summary>
    public static IReadOnlyList<double> Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    /// <summary>1, 2, 3, …</summary>
    public static IReadOnlyList<double> Months(int count) => [.. Enumerable.Range(1, count).Select(t => (double)t)];
}
