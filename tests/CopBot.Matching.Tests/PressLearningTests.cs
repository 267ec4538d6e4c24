using CopBot.Matching.Similarity;

namespace CopBot.Matching.Tests;

/// <summary>What members press teaches: little from few, more from many, and never the contrary of what they say.</summary>
public sealed class PressLearningTests
{
    private static readonly Signals Weights = new(1, 0, 0, 0, 1, 0, 0);

    [Fact]
    public void a_few_presses_change_nothing()
    {
        var learnt = PressLearning.Learn(Weights, [.. Enumerable.Range(0, 9).Select(i => TopicIsRight(i))]);
        learnt.Applied(Weights).ShouldBe(Weights);
        learnt.Shift.ShouldBe(0);
    }

    [Fact]
    public void a_signal_that_tells_what_solves_it_counts_more()
    {
        var learnt = PressLearning.Learn(Weights, [.. Enumerable.Range(0, 200).Select(i => TopicIsRight(i))]);
        var applied = learnt.Applied(Weights);
        applied.Topic.ShouldBeGreaterThan(1.1);
        applied.Words.ShouldBeLessThan(1);
        learnt.Presses.ShouldBe(200);
    }

    [Fact]
    public void twenty_presses_change_less_than_two_hundred()
    {
        double Topic(int presses) => PressLearning.Learn(Weights, [.. Enumerable.Range(0, presses).Select(i => TopicIsRight(i))]).Change.Topic;
        Topic(20).ShouldBeInRange(0.01, Topic(200));
    }

    [Fact]
    public void where_much_was_not_the_case_one_is_less_sure_and_where_much_was_surer()
    {
        var shown = TopicIsRight(1);
        PressLearning With(int solved, int not) => PressLearning.Learn(
            Weights, [.. Enumerable.Repeat(shown, solved), .. Enumerable.Repeat(shown with { Solved = false }, not)]);
        var usual = Confidence.Shipped.Of(shown.Found[0]);
        With(2, 28).Sure(shown.Found[0]).ShouldBeLessThan(usual);
        With(28, 2).Sure(shown.Found[0]).ShouldBeGreaterThan(usual);
        With(28, 2).Sure(shown.Found[0]).ShouldBeLessThan(28 / 30.0, "what ships counts too");
    }

    [Fact]
    public void no_signal_ever_speaks_against_what_it_finds_alike()
    {
        var judged = Enumerable.Range(0, 400).Select(i => TopicIsRight(i) with { Solved = false }).ToList();
        PressLearning.Learn(Weights, judged).Applied(Weights).Values.ShouldAllBe(weight => weight >= 0);
    }

    /// <summary>What solved it was the nearest by topic; by words, others were as near.</summary>
    private static JudgedFind TopicIsRight(int number)
    {
        var random = new Random(number);
        double Any() => random.NextDouble();
        return new([new(Any(), 0, 0.3, 0, 0.6 + (0.3 * Any()), 0.3, 0.3), .. Enumerable.Range(0, 6).Select(_ =>
            new Signals(Any(), 0, 0.3, 0, 0.6 * Any(), 0.3, 0.3))], Shown: 0, Solved: true);
    }
}
