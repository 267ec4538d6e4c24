namespace CopBot.Evaluation.Rates;

/// <summary>How far two coders agree beyond chance (Cohen 1960, kappa).</summary>
/// <param name="Observed">The share on which they agree.</param>
/// <param name="Expected">The share on which two who code by chance would.</param>
public sealed record Agreement(double Observed, double Expected)
{
    /// <summary>1 is perfect, 0 is chance, below it worse than chance.</summary>
    public double Kappa => (Observed - Expected) / (1 - Expected);

    /// <summary>Of a square table: rows are the codes of the first coder, columns those of the second.</summary>
    /// <exception cref="ArgumentException">The table is not square, or empty.</exception>
    public static Agreement Of(IReadOnlyList<IReadOnlyList<int>> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Count == 0 || table.Any(row => row.Count != table.Count))
        {
            throw new ArgumentException("A table of two coders has as many columns as rows.", nameof(table));
        }

        double all = table.Sum(row => row.Sum());
        var agreed = Enumerable.Range(0, table.Count).Sum(code => table[code][code]) / all;
        var chance = Enumerable.Range(0, table.Count)
            .Sum(code => table[code].Sum() / all * (table.Sum(row => row[code]) / all));
        return new(agreed, chance);
    }
}
