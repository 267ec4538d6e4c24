namespace CopBot.Matching.Experts;

/// <summary>
/// Ranks who knows, by evidence alone: similarity to what a member answered, how freshly the member answers, on which
/// topics more than elsewhere, and what the member says of their own knowledge. Whom to spare is
/// <see cref="CarefulChoice"/>'s. The weights lie on a plateau: twice or half of any of them changes little
/// (docs/adr/0017).
/// </summary>
public static class ExpertRanking
{
    private const double HalfLifeDays = 400;
    private const double DeclaredWeight = 4;
    private const double Similar = 0.35;
    private const double LatelyWeight = 0.6;
    private const double ForLongWeight = 0.4;
    private const double AbsenceWeight = 0.6;
    private const double TopicWeight = 0.3;

    /// <summary>Nobody is ruled out by one thing that speaks against them.</summary>
    private const double Least = 0.25;

    /// <summary>Some days of silence say nothing.</summary>
    private const double Grace = 4;

    /// <summary>Who has not written yet is neither fresh nor stale.</summary>
    private const double NeutralDays = 30;

    /// <summary>Ranks candidates for a question, best first.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="candidates">Everybody who may be asked. The asker is not among them.</param>
    /// <param name="answers">The answers that fit it.</param>
    /// <param name="ledger">How freshly everybody answers.</param>
    /// <param name="now">When the question is asked; nothing later is among the evidence.</param>
    public static IReadOnlyList<RankedExpert> Rank(
        AskedQuestion question,
        IReadOnlyCollection<ExpertCandidate> candidates,
        IReadOnlyList<AnswerFit> answers,
        MemberLedger ledger,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(ledger);
        var fits = answers.ToLookup(fit => fit.MemberId);
        var similar = Shares(candidates, id => fits[id].Sum(fit => fit.Score * fit.Score * Decay(fit.At, now)));
        var lately = Shares(candidates, id => ledger.FreshnessOf(id).Lately);
        var forLong = Shares(candidates, id => ledger.FreshnessOf(id).ForLong);
        var lift = Lift(question.Topics ?? [], candidates, ledger);
        var asked = Terms.Of(ExpertSearch.AllOf(question)).ToHashSet(StringComparer.Ordinal);
        var experts = new List<RankedExpert>();
        foreach (var (id, topics) in candidates)
        {
            var (topic, declared) = topics.Select(topic => (topic, Fit: Likeness.Of(asked, Terms.Of(topic))))
                .OrderByDescending(fit => fit.Fit).FirstOrDefault();
            var known = similar[id] + (DeclaredWeight * declared);

            // Who says that they know is as fresh as anybody: else nobody new would ever be asked.
            double Fresh(double share) => declared > 0 ? Math.Max(share, 1) : share;
            var days = ledger.LastSeen(id) is { } seen ? Math.Max(0, (now - seen).TotalDays) : NeutralDays;
            var score = Math.Log(Least + known) + (LatelyWeight * Math.Log(Least + Fresh(lately[id])))
                + (ForLongWeight * Math.Log(Least + Fresh(forLong[id]))) - (AbsenceWeight * Math.Log(Grace + days))
                + (TopicWeight * lift[id]);
            experts.Add(new(
                id, score, known > 0, declared > 0 ? topic : null, fits[id].Count(fit => fit.Coverage >= Similar)));
        }

        return [.. experts.OrderByDescending(expert => expert.Score).ThenBy(expert => expert.MemberId)];
    }

    /// <summary>Each candidate's share of a weight, times their number: one is average.</summary>
    private static Dictionary<Guid, double> Shares(
        IReadOnlyCollection<ExpertCandidate> candidates, Func<Guid, double> weight)
    {
        var weights = candidates.ToDictionary(candidate => candidate.MemberId, candidate => weight(candidate.MemberId));
        var all = weights.Values.Sum();
        return all <= 0 ? weights : weights.ToDictionary(pair => pair.Key, pair => candidates.Count * pair.Value / all);
    }

    /// <summary>What a member's topics say, against the mean of all candidates.</summary>
    private static Dictionary<Guid, double> Lift(
        IReadOnlyList<string> topics, IReadOnlyCollection<ExpertCandidate> candidates, MemberLedger ledger)
    {
        var lifts = candidates.ToDictionary(
            candidate => candidate.MemberId, candidate =>
                ledger.TopicLift(candidate.MemberId, topics, candidates.Count));
        var mean = lifts.Values.DefaultIfEmpty(0).Average();
        return lifts.ToDictionary(pair => pair.Key, pair => pair.Value - mean);
    }

    private static double Decay(DateTimeOffset at, DateTimeOffset now) =>
        Math.Pow(0.5, Math.Max(0, (now - at).TotalDays) / HalfLifeDays);
}
