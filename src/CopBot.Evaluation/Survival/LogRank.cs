using MathNet.Numerics.LinearAlgebra;

namespace CopBot.Evaluation.Survival;

/// <summary>Whether groups differ in how long they wait (Mantel 1966; R's <c>survdiff</c>).</summary>
/// <param name="ChiSquared">The statistic.</param>
/// <param name="Freedom">Groups less one.</param>
public sealed record LogRank(double ChiSquared, int Freedom)
{
    /// <summary>How often chance alone would give as much.</summary>
    public double P => 1 - MathNet.Numerics.Distributions.ChiSquared.CDF(Freedom, ChiSquared);

    /// <summary>Compares groups.</summary>
    /// <returns>Null with fewer than two groups, or where nothing happened.</returns>
    public static LogRank? Of(IReadOnlyList<IReadOnlyList<Observation>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count < 2) return null;
        var size = groups.Count - 1;
        var (difference, covariance) = (Vector<double>.Build.Dense(size), Matrix<double>.Build.Dense(size, size));
        var all = groups.SelectMany((group, number) => group.Select(one => (one.Time, one.Happened, Group: number)))
            .OrderBy(one => one.Time).ToArray();
        var atRisk = groups.Select(group => group.Count).ToArray();
        for (var i = 0; i < all.Length;)
        {
            var (time, start) = (all[i].Time, i);
            while (i < all.Length && all[i].Time == time) i++;
            Add(all.AsSpan(start, i - start), atRisk, difference, covariance);
            for (var gone = start; gone < i; gone++) atRisk[all[gone].Group]--;
        }

        if (Math.Abs(covariance.Determinant()) < 1e-12) return null;
        return new(difference * covariance.Solve(difference), size);
    }

    private static void Add(
        ReadOnlySpan<(double, bool Happened, int Group)> tied, int[] atRisk, Vector<double> difference,
        Matrix<double> covariance)
    {
        double n = atRisk.Sum();
        var happened = new double[atRisk.Length];
        foreach (var one in tied) happened[one.Group] += one.Happened ? 1 : 0;
        var d = happened.Sum();
        if (d == 0) return;
        for (var g = 0; g < difference.Count; g++)
        {
            difference[g] += happened[g] - (d * atRisk[g] / n);
            if (n == 1) continue;
            var spread = d * (n - d) / (n - 1) * atRisk[g] / n;
            for (var h = 0; h < difference.Count; h++)
            {
                covariance[g, h] += spread * ((g == h ? 1 : 0) - (atRisk[h] / n));
            }
        }
    }
}
