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

    private static readonly AnswerRecord[] Answers =
    [
        new(Kofi, "Which outcome indicators fit a budget programme?", "Start from a decision.", Now.AddDays(-20)),
        new(Kofi, "How many outcome indicators are enough?", "Three.", Now.AddDays(-200)),
        new(Ana, "How do we audit procurement?", "Sample the contracts; mind the indicators of fraud.", Now.AddDays(-3)),
        new(Li, "Where is the payroll system?", "In the treasury.", Now.AddDays(-1)),
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
        AnswerRecord[] answers =
        [
            new(Ana, "Which outcome indicators fit?", "These.", Now.AddDays(-900)),
            new(Kofi, "Which outcome indicators fit?", "These.", Now.AddDays(-2)),
        ];
        Order(Rank([new(Ana, []), new(Kofi, [])], answers)).ShouldBe([Kofi, Ana]);
    }

    private static IReadOnlyList<RankedExpert> Rank(ExpertCandidate[] candidates, AnswerRecord[] answers) =>
        ExpertRanking.Rank(Question, candidates, AnswerRecord.CorpusOf(answers), Now);

    private static IEnumerable<Guid> Order(
        IReadOnlyList<RankedExpert> ranked) => ranked.Select(expert => expert.MemberId);
}
