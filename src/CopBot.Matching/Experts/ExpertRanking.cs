namespace CopBot.Matching.Experts;

/// <summary>
/// Ranks who knows, by evidence alone: similarity to what a member answered, how freshly the member answers, and what
/// the member says of their own knowledge. Whom to spare is <see cref="CarefulChoice"/>'s. Freshness is counted in
/// answers, not days, since half-lives in days do not travel between communities.
/// </summary>
public static class ExpertRanking
{
    private const double HalfLifeDays = 400;
    private const double DeclaredWeight = 2;
    private const double Similar = 0.35;

    /// <summary>Who has not answered yet is neither fresh nor stale.</summary>
    private const double NeutralDays = 30;

    private static readonly double[] FreshnessHalfLives = [5, 160];
    private static readonly double[] FreshnessWeights = [0.6, 0.4];

    /// <summary>Ranks candidates for a question, best first. Who has no evidence on it is not in the ranking.</summary>
    /// <param name="question">The question's text.</param>
    /// <param name="candidates">Everybody who may be asked. The asker is not among them.</param>
    /// <param name="corpus">What the community answered so far.</param>
    /// <param name="now">When the question is asked; nothing later is in the corpus.</param>
    public static IReadOnlyList<RankedExpert> Rank(
        string question,
            IReadOnlyCollection<ExpertCandidate> candidates, Corpus<AnswerRecord> corpus, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(corpus);
        var known = candidates.Select(candidate => candidate.MemberId).ToHashSet();
        var fits = corpus.FitsOf(question);
        var own = fits.Where(fit => known.Contains(fit.Item.MemberId)).ToLookup(fit => fit.Item.MemberId);
        var document = Shares(own, candidates, fit => fit.Score * fit.Score * Decay(fit, now));
        var fresh = FreshnessHalfLives.Select(halfLife =>
            Shares(own, candidates, fit => Math.Pow(0.5, fit.Since / halfLife))).ToList();
        var asked = Terms.Of(question).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. candidates.Select(candidate => Score(candidate, asked, own[candidate.MemberId], document, fresh, now))
                .OfType<RankedExpert>()
                .OrderByDescending(expert => expert.Score)
                .ThenBy(expert => expert.MemberId),
        ];
    }

    private static RankedExpert? Score(
        ExpertCandidate candidate,
        HashSet<string> asked,
        IEnumerable<Fit<AnswerRecord>> answers,
        Dictionary<Guid, double> document,
        List<Dictionary<Guid, double>> fresh,
        DateTimeOffset now)
    {
        var (topic, declared) = candidate.Topics.Select(topic => (topic, Fit: Likeness.Of(asked, Terms.Of(topic))))
            .OrderByDescending(fit => fit.Fit).FirstOrDefault();
        var evidence = document.GetValueOrDefault(candidate.MemberId) + (DeclaredWeight * declared);
        if (evidence <= 0) return null;
        var days = answers.Select(fit => (now - fit.Item.At).TotalDays).DefaultIfEmpty(NeutralDays).Min();
        var score = Math.Log(0.5 + evidence) - (0.6 * Math.Log(2 + Math.Max(0, days)));
        for (var i = 0; i < fresh.Count; i++)
        {
            var freshness = fresh[i].GetValueOrDefault(candidate.MemberId);

            // Who says that they know is as fresh as anybody: else nobody new would ever be asked.
            if (declared > 0) freshness = Math.Max(freshness, 1);
            score += FreshnessWeights[i] * Math.Log(0.5 + freshness);
        }

        return new(
            candidate.MemberId, score, declared > 0 ? topic : null, answers.Count(fit => fit.Coverage >= Similar));
    }

    /// <summary>Each candidate's share of a weight, times their number: one is average.</summary>
    private static Dictionary<Guid, double> Shares(
        ILookup<Guid, Fit<AnswerRecord>> own,
            IReadOnlyCollection<ExpertCandidate> candidates, Func<Fit<AnswerRecord>, double> weight)
    {
        var sums = own.ToDictionary(group => group.Key, group => group.Sum(weight));
        var all = sums.Values.Sum();
        return all <= 0 ? [] : sums.ToDictionary(pair => pair.Key, pair => candidates.Count * pair.Value / all);
    }

    private static double Decay(Fit<AnswerRecord> fit, DateTimeOffset now) =>
        Math.Pow(0.5, Math.Max(0, (now - fit.Item.At).TotalDays) / HalfLifeDays);

}
