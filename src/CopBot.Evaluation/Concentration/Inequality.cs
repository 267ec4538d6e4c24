namespace CopBot.Evaluation.Concentration;

/// <summary>How unevenly something is spread over people. Those who have none of it count, too.</summary>
public static class Inequality
{
    /// <summary>
    /// Gini's coefficient: 0 where all have the same, near 1 where one has all. Σ(2i − n − 1)x₍ᵢ₎ / (nΣx) over the
    /// values in rising order.
    /// </summary>
    /// <returns>Null where nobody has anything.</returns>
    public static double? Gini(IEnumerable<double> values)
    {
        var sorted = Sorted(values);
        var (n, total, weighted) = (sorted.Length, 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            total += sorted[i];
            weighted += ((2 * (i + 1)) - n - 1) * sorted[i];
        }

        return total > 0 ? weighted / (n * total) : null;
    }

    /// <summary>
    /// The contributor absence factor of CHAOSS: the least number of people who did half of it. Small: the community
    /// hangs on them.
    /// </summary>
    /// <returns>Null where nobody did anything.</returns>
    public static int? AbsenceFactor(IEnumerable<double> values)
    {
        var sorted = Sorted(values);
        var total = sorted.Sum();
        if (total <= 0) return null;
        var (count, sum) = (0, 0.0);
        while (sum < total / 2) sum += sorted[^++count];
        return count;
    }

    /// <summary>What the given share of people with the most have of it all (their number is rounded up).</summary>
    /// <returns>Null where nobody has anything.</returns>
    public static double? TopShare(IEnumerable<double> values, double share)
    {
        var sorted = Sorted(values);
        var total = sorted.Sum();
        return total > 0 ? sorted.TakeLast((int)Math.Ceiling(sorted.Length * share)).Sum() / total : null;
    }

    private static double[] Sorted(IEnumerable<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
