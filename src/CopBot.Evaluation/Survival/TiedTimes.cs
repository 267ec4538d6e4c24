namespace CopBot.Evaluation.Survival;

/// <summary>
/// Times so near to each other that only rounding parts them are one time, as in R's <c>survival</c> (its
/// <c>timefix</c>; Therneau's vignette <em>Roundoff error and tied times</em>): nearer than the square root of the
/// machine's precision, as they are or by the mean of all different times.
/// </summary>
internal static class TiedTimes
{
    private static readonly double Tolerance = Math.Sqrt(Math.BitIncrement(1.0) - 1);

    /// <summary>Gives those that are one time the first of them.</summary>
    /// <param name="sorted">Times, rising; changed in place.</param>
    public static void Join(Span<double> sorted)
    {
        if (sorted.Length < 2) return;
        var (sum, different) = (Math.Abs(sorted[0]), 1);
        for (var place = 1; place < sorted.Length; place++)
        {
            if (sorted[place] == sorted[place - 1]) continue;
            sum += Math.Abs(sorted[place]);
            different++;
        }

        var (mean, cut, before) = (sum / different, sorted[0], sorted[0]);
        for (var place = 1; place < sorted.Length; place++)
        {
            var time = sorted[place];
            var step = time - before;
            if (step > Tolerance && step / mean > Tolerance) cut = time;
            (before, sorted[place]) = (time, cut);
        }
    }

    /// <summary>The same observations, with those times joined.</summary>
    public static Observation[] Join(IReadOnlyList<Observation> observations)
    {
        var (times, places) = (new double[observations.Count], new int[observations.Count]);
        for (var place = 0; place < times.Length; place++)
        {
            (times[place], places[place]) = (observations[place].Time, place);
        }

        Array.Sort(times, places);
        Join(times);
        var joined = new Observation[times.Length];
        for (var rank = 0; rank < times.Length; rank++)
        {
            joined[places[rank]] = observations[places[rank]] with { Time = times[rank] };
        }

        return joined;
    }
}
