namespace CopBot.Matching.Experts;

/// <summary>
/// Chooses whom to ask from a ranking: spares who was asked a lot lately, prefers among equals somebody from elsewhere,
/// and now and then asks somebody less known beside the proven. Pure: who can't be asked at all is not in the ranking.
/// </summary>
public static class CarefulChoice
{
    private const double LoadWeight = 0.75;
    private const double Elsewhere = 0.1;
    private const int GrowthEvery = 3;
    private const int GrowthFrom = 2;
    private const int GrowthTo = 10;

    /// <summary>Chooses.</summary>
    /// <param name="ranked">The ranking, best first.</param>
    /// <param name="loads">
    /// How much each was asked lately without having answered: one for a question just put, half of it thirty questions
    /// later.
    /// </param>
    /// <param name="fromElsewhere">Who is of another organisation or country than the asker.</param>
    /// <param name="howMany">How many to ask.</param>
    /// <param name="number">The question's number: every third one asks somebody less known too.</param>
    public static IReadOnlyList<RankedExpert> Choose(
        IReadOnlyList<RankedExpert> ranked,
        IReadOnlyDictionary<Guid, double> loads,
        IReadOnlySet<Guid> fromElsewhere,
        int howMany,
        int number)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(loads);
        ArgumentNullException.ThrowIfNull(fromElsewhere);
        var chosen = ranked.OrderByDescending(expert => Spared(expert, loads, fromElsewhere)).Take(howMany).ToList();
        if (number % GrowthEvery != 0) return chosen;
        var newcomer = ranked.Take(GrowthTo).Skip(GrowthFrom).Except(chosen)
            .OrderBy(expert => loads.GetValueOrDefault(expert.MemberId)).ThenByDescending(expert => expert.Score)
            .FirstOrDefault();
        if (newcomer is not null) chosen.Add(newcomer);
        return chosen;
    }

    private static double Spared(
        RankedExpert expert, IReadOnlyDictionary<Guid, double> loads, IReadOnlySet<Guid> fromElsewhere) =>
        expert.Score - (LoadWeight * Math.Log(1 + loads.GetValueOrDefault(expert.MemberId)))
        + (fromElsewhere.Contains(expert.MemberId) ? Elsewhere : 0);
}
