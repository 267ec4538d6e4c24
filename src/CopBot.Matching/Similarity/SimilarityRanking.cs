using CopBot.Matching.Vectors;

namespace CopBot.Matching.Similarity;

/// <summary>Puts known items in the order in which they fit.</summary>
public static class SimilarityRanking
{
    /// <summary>
    /// The score of each candidate: the weighted sum of how far each signal stands above its mean over the candidates.
    /// Comparable within one call only.
    /// </summary>
    /// <param name="candidates">The signals of each candidate.</param>
    /// <param name="weights">How much each signal counts.</param>
    public static double[] Scores(IReadOnlyList<Signals> candidates, Signals weights) =>
        [.. Contributions(candidates, weights).Select(contributions => contributions.Sum())];

    /// <summary>
    /// What each signal adds to the score of each candidate, in the order of <see cref="Signals.Values"/>.
    /// </summary>
    /// <param name="candidates">The signals of each candidate.</param>
    /// <param name="weights">How much each signal counts.</param>
    public static double[][] Contributions(IReadOnlyList<Signals> candidates, Signals weights)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(weights);
        var values = candidates.Select(candidate => candidate.Values).ToList();
        var contributions = values.ConvertAll(candidate => new double[candidate.Count]);
        foreach (var (signal, weight) in weights.Values.Index())
        {
            if (weight == 0) continue;
            var standing = Standing.Of([.. values.Select(candidate => candidate[signal])]);
            foreach (var (candidate, above) in standing.Index()) contributions[candidate][signal] = weight * above;
        }

        return [.. contributions];
    }
}
