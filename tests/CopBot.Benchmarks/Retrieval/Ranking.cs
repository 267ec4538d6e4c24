namespace CopBot.Benchmarks.Retrieval;

/// <summary>One query's ranking as the judges see it.</summary>
/// <param name="Hits">Whether each document is relevant, best first.</param>
/// <param name="Positives">How many relevant documents there are, found or not.</param>
internal sealed record Ranking(IReadOnlyList<bool> Hits, int Positives)
{
    /// <summary>The mean of the precisions at each hit, over all there are to be found. 0 to 1.</summary>
    public double AveragePrecision => Positives == 0 ? 0 : PrecisionsAtHits(Hits.Count).Sum() / Positives;

    /// <summary>
    /// The same over the first ten, divided by the hits among them: SemEval's official measure. Source: Nakov et al.,
    /// SemEval-2016 Task 3, and its scorer.
    /// </summary>
    public double AveragePrecisionAtTen => PrecisionsAtHits(10).DefaultIfEmpty(0).Average();

    /// <summary>One over the place of the first hit among the first so many; 0 without one.</summary>
    public double ReciprocalRank(int among)
    {
        for (var i = 0; i < Math.Min(among, Hits.Count); i++)
        {
            if (Hits[i]) return 1.0 / (i + 1);
        }

        return 0;
    }

    /// <summary>The share of hits among the first so many.</summary>
    public double Precision(int among) => Hits.Take(among).Count(hit => hit) / (double)among;

    private IEnumerable<double> PrecisionsAtHits(int among)
    {
        var found = 0;
        for (var i = 0; i < Math.Min(among, Hits.Count); i++)
        {
            if (Hits[i]) yield return ++found / (i + 1.0);
        }
    }
}
