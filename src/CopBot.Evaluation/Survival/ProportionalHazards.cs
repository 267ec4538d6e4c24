using static System.Math;

namespace CopBot.Evaluation.Survival;

/// <summary>What several events at the same time are taken for in <see cref="ProportionalHazards"/>.</summary>
public enum Ties
{
    /// <summary>The usual choice (Efron 1977): the average of all orders in which they may have happened.</summary>
    Efron,

    /// <summary>The simpler one (Breslow 1974), drawn towards 0 where there are many ties.</summary>
    Breslow,
}

/// <summary>
/// How much sooner it happens to those of one group (Cox 1972): the logarithm of the ratio of hazards, by Newton's
/// method on the partial likelihood.
/// </summary>
/// <param name="Coefficient">Natural logarithm of the hazard ratio, group against the others.</param>
/// <param name="Error">Its standard error.</param>
public sealed record ProportionalHazards(double Coefficient, double Error)
{
    /// <summary>Fits it.</summary>
    /// <param name="observations">What was watched.</param>
    /// <param name="inGroup">Whether each belongs to the group.</param>
    /// <param name="ties">How ties are taken.</param>
    /// <returns>Null where it does not settle: one group had no event, or events of one come wholly before.</returns>
    public static ProportionalHazards? Fit(
        IReadOnlyList<Observation> observations, IReadOnlyList<bool> inGroup, Ties ties = Ties.Efron)
    {
        var all = observations.Zip(inGroup).OrderByDescending(one => one.First.Time)
            .Select(one => (one.First.Time, one.First.Happened, X: one.Second ? 1.0 : 0.0)).ToArray();
        var beta = 0.0;
        for (var round = 0; round < 50; round++)
        {
            var (score, information) = Slope(all, beta, ties);
            if (information < 1e-10) return null;
            var step = score / information;
            beta += step;
            if (Abs(beta) > 30) return null;
            if (Abs(step) < 1e-12) return new(beta, 1 / Sqrt(information));
        }

        return null;
    }

    private static (double Score, double Information) Slope(
        (double Time, bool Happened, double X)[] all, double beta, Ties ties)
    {
        var (sum, sumX, score, information) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < all.Length;)
        {
            var (time, deaths, deathsX, tied, tiedX) = (all[i].Time, 0, 0.0, 0.0, 0.0);
            for (; i < all.Length && all[i].Time == time; i++)
            {
                var risk = Exp(beta * all[i].X);
                sum += risk;
                sumX += risk * all[i].X;
                if (!all[i].Happened) continue;
                deaths++;
                deathsX += all[i].X;
                tied += risk;
                tiedX += risk * all[i].X;
            }

            for (var death = 0; death < deaths; death++)
            {
                var share = ties == Ties.Efron ? (double)death / deaths : 0;
                var mean = (sumX - (share * tiedX)) / (sum - (share * tied));
                score -= mean;

                // X is 0 or 1: its square is itself.
                information += mean * (1 - mean);
            }

            score += deathsX;
        }

        return (score, information);
    }
}
