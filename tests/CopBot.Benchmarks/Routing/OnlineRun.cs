using CopBot.Matching.Experts;

namespace CopBot.Benchmarks.Routing;

/// <summary>
/// The community’s life in the order of its time. At each question asked between two shares of all answers, everything
/// before it may be used; candidates are members with three answers or more by then, never the asker.
/// </summary>
internal sealed class OnlineRun(RoutingSet set, string language, double from, double to)
{
    private const int FewestAnswers = 3;

    /// <summary>A question that is judged.</summary>
    internal sealed record Test(IReadOnlyList<RankedExpert> Ranked, IReadOnlySet<Guid> Answered);

    public IEnumerable<Test> Play()
    {
        using var index = ExpertIndex.InMemory();
        var ledger = new MemberLedger();
        var questions = set.Questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
        var (begin, end) = (MomentOf(from), MomentOf(to));
        var answered = set.Answers.ToLookup(answer => answer.Question, answer => set.MemberOf(answer.Author));
        var events = new Queue<(DateTime At, Action Happen)>(Events(index, ledger, questions).OrderBy(one => one.At));
        foreach (var question in set.Questions.Where(question => question.Date > begin && question.Date <= end))
        {
            while (events.TryPeek(out var next) && next.At < question.Date) events.Dequeue().Happen();
            var asker = set.MemberOf(question.Asker);
            var candidates = set.Answers.TakeWhile(answer => answer.Date < question.Date)
                .Select(answer => set.MemberOf(answer.Author)).OfType<Guid>().Distinct()
                .Where(id => id != asker && ledger.AnswersOf(id) >= FewestAnswers)
                .Select(id => new ExpertCandidate(id, [])).ToList();
            var truth = answered[question.Id].OfType<Guid>().Where(id => candidates.Exists(c => c.MemberId == id)).ToHashSet();
            if (truth.Count == 0) continue;
            var asked = AskedOf(question);
            yield return new(
                ExpertRanking.Rank(asked, candidates, index.Find(asked).Answers, ledger, new(question.Date, TimeSpan.Zero)), truth);
        }
    }

    private DateTime MomentOf(double share) =>
        share >= 1 ? DateTime.MaxValue : set.Answers[(int)(set.Answers.Count * share)].Date;

    private IEnumerable<(DateTime At, Action Happen)> Events(
        ExpertIndex index, MemberLedger ledger, Dictionary<string, RoutingSet.Question> questions)
    {
        foreach (var answer in set.Answers)
        {
            if (set.MemberOf(answer.Author) is not { } author || !questions.TryGetValue(answer.Question, out var question)) continue;
            if (set.MemberOf(question.Asker) == author) continue;
            yield return (answer.Date, () =>
            {
                var at = new DateTimeOffset(answer.Date, TimeSpan.Zero);
                index.Apply([KeyValuePair.Create(
                    answer.Id, ExpertRecord.Of(AskedOf(question), [new GivenAnswer(author, answer.Text, at)]))]);
                ledger.AddAnswer(author, question.Tags ?? [], at);
            });
        }

        foreach (var question in set.Questions)
        {
            if (set.MemberOf(question.Asker) is not { } asker) continue;
            yield return (question.Date, () => ledger.AddPresence(asker, new(question.Date, TimeSpan.Zero)));
        }

        foreach (var comment in set.Comments)
        {
            if (set.MemberOf(comment.Author) is not { } author) continue;
            yield return (comment.Date, () => ledger.AddPresence(author, new(comment.Date, TimeSpan.Zero)));
        }
    }

    private AskedQuestion AskedOf(RoutingSet.Question question) =>
        new(question.Text, question.Title, question.Tags ?? [], language);
}
