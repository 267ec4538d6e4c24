namespace CopBot.Matching.Experts;

/// <summary>
/// Chooses whom to ask from a ranking: the best, unless asked a great deal lately; beside them whoever was asked less;
/// among equals somebody from elsewhere; and now and then somebody less known. Pure: who can't be asked at all is not
/// in the ranking.
/// </summary>
public static class CarefulChoice
{

    /// <summary>For the first place evidence counts most; the places beside it go round (docs/adr/0017).</summary>
    private const double FirstLoadWeight = 0.05;

    private const double LoadWeight = 0.75;
    private const double Elsewhere = 0.1;
    private const int GrowthEvery = 3;
    private const int GrowthFrom = 2;
    private const int GrowthTo = 10;

    /// <summary>
    /// Everybody in the order in which they should be asked; as many as are wanted are taken from its start.
    /// </summary>
    /// <param name="ranked">The ranking, best first.</param>
    /// <param name="loads">
    /// How much each was asked lately without having answered: one for a question just put, half of it thirty questions
    /// later.
    /// </param>
    /// <param name="fromElsewhere">Who is of another organisation or country than the asker.</param>
    /// <param name="howMany">
    /// How many are to be asked. Every third question, the last place is for somebody less known.
    /// </param>
    /// <param name="number">The question's number.</param>
    public static IReadOnlyList<RankedExpert> Order(
        IReadOnlyList<RankedExpert> ranked,
        IReadOnlyDictionary<Guid, double> loads,
        IReadOnlySet<Guid> fromElsewhere,
        int howMany,
        int number)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(loads);
        ArgumentNullException.ThrowIfNull(fromElsewhere);
        double Spared(RankedExpert expert, double weight) =>
            expert.Score - (weight * Math.Log(1 + loads.GetValueOrDefault(expert.MemberId)))
            + (fromElsewhere.Contains(expert.MemberId) ? Elsewhere : 0);
        var best = ranked.MaxBy(expert => Spared(expert, FirstLoadWeight));
        if (best is null) return [];
        var order = ranked.Where(expert => expert != best).OrderByDescending(expert => Spared(expert, LoadWeight))
            .Prepend(best).ToList();
        if (!IsForGrowth(number)) return order;
        var proven = order.Take(howMany - 1).ToList();
        var newcomer = ranked.Take(GrowthTo).Skip(GrowthFrom).Except(proven)
            .OrderBy(expert => loads.GetValueOrDefault(expert.MemberId)).ThenByDescending(expert => expert.Score)
            .FirstOrDefault();
        return newcomer is null ? order : [.. proven, newcomer, .. order.Except([.. proven, newcomer])];
    }

    /// <summary>Whether somebody less known is asked beside the proven.</summary>
    /// <param name="number">The question's number.</param>
    public static bool IsForGrowth(int number) => number % GrowthEvery == 0;
}
