using CopBot.Matching.Experts;

namespace CopBot.Matching.Tests;

/// <summary>Who knows: properties with known answers.</summary>
public sealed class ExpertRankingTests
{
    private const string Question = "How do we choose outcome indicators for budget programmes?";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Kofi = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Ana = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Li = Guid.Parse("00000000-0000-0000-0000-000000000003");

    private static readonly Answered[] Answers =
    [
        new(Kofi, new("Which outcome indicators fit a budget programme?"), "Start from a decision.", Now.AddDays(-20)),
        new(Kofi, new("How many outcome indicators are enough?"), "Three.", Now.AddDays(-200)),
        new(Ana, new("How do we audit procurement?"), "Sample the contracts; mind the indicators of fraud.", Now.AddDays(-3)),
        new(Li, new("Where is the payroll system?"), "In the treasury.", Now.AddDays(-1)),
    ];

    private static readonly ExpertCandidate[] All = [new(Kofi, []), new(Ana, []), new(Li, [])];

    [Fact]
    public void whoever_answered_the_like_comes_first_and_whoever_did_not_is_not_there()
    {
        var ranked = Rank(All, Answers);
        ranked[0].MemberId.ShouldBe(Kofi);
        ranked[0].SimilarAnswered.ShouldBe(1, "the other one shares only two words of five");
        ranked.ShouldNotContain(expert => expert.MemberId == Li);
    }

    [Fact]
    public void saying_that_one_knows_is_evidence_too()
    {
        var ranked = Rank([new(Li, ["outcome indicators"]), new(Ana, [])], Answers);
        ranked[0].MemberId.ShouldBe(Li);
        ranked[0].DeclaredTopic.ShouldBe("outcome indicators");
        Rank([new(Li, ["payroll"])], []).ShouldBeEmpty();
    }

    [Fact]
    public void doubling_everybodys_evidence_changes_no_order() =>
        Order(Rank(All, [.. Answers, .. Answers])).ShouldBe(Order(Rank(All, Answers)));

    [Fact]
    public void the_order_of_the_candidates_changes_nothing() =>
        Rank([.. All.Reverse()], [.. Answers.Reverse()]).ShouldBe(Rank(All, Answers));

    [Fact]
    public void whoever_is_no_candidate_is_never_returned() =>
        Rank([new(Ana, [])], Answers).ShouldAllBe(expert => expert.MemberId == Ana);

    [Fact]
    public void a_recent_answer_counts_more_than_an_old_one()
    {
        Answered[] answers =
        [
            new(Ana, new("Which outcome indicators fit?"), "These.", Now.AddDays(-900)),
            new(Kofi, new("Which outcome indicators fit?"), "These.", Now.AddDays(-2)),
        ];
        Order(Rank([new(Ana, []), new(Kofi, [])], answers)).ShouldBe([Kofi, Ana]);
    }

    [Fact]
    public void what_happens_later_leaves_what_was_ranked_before_as_it_was()
    {
        using var evidence = Evidence.Of(Answers);
        var before = evidence.Rank(new(Question), All, Now);
        evidence.Add(new(Ana, new(Question), "Ask the treasury for outcome indicators.", Now.AddHours(1)));
        evidence.Rank(new(Question), All, Now.AddHours(2)).ShouldNotBe(before, "it does count afterwards");
        using var replayed = Evidence.Of(Answers);
        replayed.Rank(new(Question), All, Now).ShouldBe(before, "to the last bit");
    }

    [Fact]
    public void whoever_answers_on_a_topic_more_than_on_others_is_lifted_there()
    {
        Answered[] answers = [.. Enumerable.Range(0, 12).SelectMany(i => new Answered[]
        {
            new(Kofi, new("How?", Topics: ["audit"]), "So.", Now.AddDays(-40 + (2 * i))),
            new(Ana, new("How?", Topics: ["payroll"]), "So.", Now.AddDays(-39 + (2 * i))),
        })];
        using var evidence = Evidence.Of(answers);
        IEnumerable<Guid> On(string topic) => Order(evidence.Rank(new("How?", Topics: [topic]), All, Now)).Take(1);
        On("audit").ShouldBe([Kofi]);
        On("payroll").ShouldBe([Ana]);
    }

    [Fact]
    public void who_was_seen_lately_is_preferred_to_who_was_not()
    {
        Answered[] answers =
            [new(Ana, new(Question), "These.", Now.AddDays(-50)), new(Kofi, new(Question), "These.", Now.AddDays(-49))];
        using var evidence = Evidence.Of(answers);
        Order(evidence.Rank(new(Question), All, Now))[0].ShouldBe(Kofi);
        evidence.AddPresence(Ana, Now.AddDays(-1));
        Order(evidence.Rank(new(Question), All, Now))[0].ShouldBe(Ana);
    }

    private static RankedExpert[] Rank(ExpertCandidate[] candidates, Answered[] answers)
    {
        using var evidence = Evidence.Of(answers);
        return [.. evidence.Rank(new(Question), candidates, Now).Where(expert => expert.HasEvidence)];
    }

    private static Guid[] Order(IReadOnlyList<RankedExpert> ranked) => [.. ranked.Select(expert => expert.MemberId)];

    private sealed record Answered(Guid Member, AskedQuestion Question, string Text, DateTimeOffset At);

    /// <summary>All that happened so far.</summary>
    private sealed class Evidence : IDisposable
    {
        private readonly ExpertIndex _index = ExpertIndex.InMemory();
        private readonly MemberLedger _ledger = new();
        private int _number;

        public static Evidence Of(Answered[] answers)
        {
            var evidence = new Evidence();
            foreach (var answer in answers.OrderBy(answer => answer.At).ThenBy(answer => answer.Member)) evidence.Add(answer);
            return evidence;
        }

        public void Add(Answered answer)
        {
            _index.Apply([KeyValuePair.Create(
                $"q{_number++}", ExpertRecord.Of(answer.Question, [new(answer.Member, answer.Text, answer.At)]))]);
            _ledger.AddAnswer(answer.Member, answer.Question.Topics ?? [], answer.At);
        }

        public void AddPresence(Guid member, DateTimeOffset at) => _ledger.AddPresence(member, at);

        public IReadOnlyList<RankedExpert> Rank(
            AskedQuestion question, IReadOnlyCollection<ExpertCandidate> candidates, DateTimeOffset now) =>
            ExpertRanking.Rank(question, candidates, _index.Find(question).Answers, _ledger, now);

        public void Dispose() => _index.Dispose();
    }
}
