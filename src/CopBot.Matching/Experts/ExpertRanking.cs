namespace CopBot.Matching.Experts;

/// <summary>
/// Ranks who knows: similarity to what a member answered, weighted by recency and by whether it helped; declared
/// expertise; and the load the member carries now. Members without any evidence are not in the ranking.
/// </summary>
public static class ExpertRanking
{
    private const double HalfLifeDays = 400;
    private const double DeclaredWeight = 1.5;
    private const double HelpedWeight = 1.5;
    private const double LoadWeight = 0.75;
    private const double Similar = 0.15;

    /// <summary>Ranks candidates for a question, best first; ties in the order given.</summary>
    /// <param name="question">The question's text.</param>
    /// <param name="candidates">Everybody who may be asked. The asker is not among them.</param>
    public static IReadOnlyList<RankedExpert> Rank(string question, IReadOnlyCollection<ExpertEvidence> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var asked = Terms.Of(question).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. candidates.Select(candidate => Score(asked, candidate))
                .Where(expert => expert.Score > 0)
                .OrderByDescending(expert => expert.Score),
        ];
    }

    private static RankedExpert Score(HashSet<string> asked, ExpertEvidence candidate)
    {
        var (topic, declared) = candidate.Topics
            .Select(topic => (topic, Fit: Overlap(asked, Terms.Of(topic).ToHashSet(StringComparer.Ordinal))))
            .OrderByDescending(fit => fit.Fit)
            .FirstOrDefault();
        var evidence = 0.0;
        var similar = 0;
        foreach (var answer in candidate.Answers)
        {
            var likeness = Overlap(asked, answer.Terms);
            if (likeness >= Similar) similar++;
            evidence += likeness * likeness * Math.Pow(0.5, answer.Age.TotalDays / HalfLifeDays)
                * (answer.Helped ? HelpedWeight : 1);
        }

        var knowledge = (DeclaredWeight * declared) + evidence;
        var score = knowledge <= 0 ? 0 : knowledge / (1 + (LoadWeight * Math.Log(1 + candidate.OpenAsks)));
        return new(candidate.MemberId, score, declared > 0 ? topic : null, similar);
    }

    /// <summary>Shared terms over the geometric mean of both sizes: the cosine of the two sets.</summary>
    private static double Overlap(HashSet<string> asked, IReadOnlySet<string> other) =>
        asked.Count == 0 || other.Count == 0
            ? 0
            : asked.Count(other.Contains) / Math.Sqrt((double)asked.Count * other.Count);
}
