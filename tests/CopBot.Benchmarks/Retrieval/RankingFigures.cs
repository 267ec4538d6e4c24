namespace CopBot.Benchmarks.Retrieval;

/// <summary>What SemEval measures of many rankings.</summary>
internal sealed record RankingFigures(double Map, double Mrr, double P1, double P5, int Queries)
{
    public static RankingFigures Of(IReadOnlyList<Ranking> rankings) => new(
        Math.Round(rankings.Average(ranking => ranking.AveragePrecisionAtTen), 4),
        Math.Round(rankings.Average(ranking => ranking.ReciprocalRank(10)), 4),
        Math.Round(rankings.Average(ranking => ranking.Precision(1)), 4),
        Math.Round(rankings.Average(ranking => ranking.Precision(5)), 4),
        rankings.Count);
}
