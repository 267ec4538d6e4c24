namespace CopBot.Evaluation.GiveAndTake;

/// <summary>How far help goes both ways, over distinct ordered pairs of members.</summary>
/// <param name="Members">How many there are.</param>
/// <param name="Pairs">Ordered pairs in which the first helped the second.</param>
/// <param name="Mutual">Pairs who helped each other.</param>
/// <param name="Weighted">
/// The share of all help that was returned (Squartini et al. 2013, Scientific Reports 3:2729); null without help.
/// </param>
public sealed record Reciprocity(int Members, int Pairs, int Mutual, double? Weighted)
{
    /// <summary>Pairs of whom one helped the other only.</summary>
    public int Asymmetric => Pairs - (2 * Mutual);

    /// <summary>Pairs without help.</summary>
    public long Null => ((long)Members * (Members - 1) / 2) - Mutual - Asymmetric;

    /// <summary>The share of ordered pairs whose reverse exists, too; null without help.</summary>
    public double? OfEdges => Pairs == 0 ? null : 2.0 * Mutual / Pairs;

    /// <summary>The share of pairs with help who helped each other; null without help.</summary>
    public double? OfDyads => Pairs == 0 ? null : (double)Mutual / (Mutual + Asymmetric);

    /// <summary>
    /// Beyond chance (Garlaschelli and Loffredo 2004, Physical Review Letters 93:268701): 0 is what pairs thrown at
    /// random would give, 1 is perfect, below 0 avoidance.
    /// </summary>
    public double? BeyondChance
    {
        get
        {
            var density = Pairs / ((double)Members * (Members - 1));
            return OfEdges is { } r && density < 1 ? (r - density) / (1 - density) : null;
        }
    }

    /// <summary>Of what members gave each other.</summary>
    public static Reciprocity Of(Giving giving)
    {
        ArgumentNullException.ThrowIfNull(giving);
        var (mutual, returned, all) = (0, 0L, 0L);
        for (var giver = 0; giver < giving.Ties.Nodes; giver++)
        {
            foreach (var taker in giving.Ties.Of(giver))
            {
                var given = giving.Between(giver, taker);
                all += given;
                if (giving.Between(taker, giver) is not (> 0 and var back)) continue;
                returned += Math.Min(given, back);
                if (giver < taker) mutual++;
            }
        }

        return new(giving.Ties.Nodes, giving.Ties.Count, mutual, all == 0 ? null : (double)returned / all);
    }
}
