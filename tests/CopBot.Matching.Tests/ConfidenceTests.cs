using CopBot.Matching.Similarity;
using CsCheck;

namespace CopBot.Matching.Tests;

/// <summary>How sure to be of what was found.</summary>
public sealed class ConfidenceTests
{
    private static readonly Signals Nothing = new(0, 0, 0, 0, 0, 0, 0);

    [Fact]
    public void what_fits_in_every_way_is_surer_than_what_fits_in_none()
    {
        var sure = Confidence.Shipped.Of(Nothing with { Spelling = 1, AllSpelling = 1, Topic = 1, AllTopic = 1, Company = 1 });
        sure.ShouldBeGreaterThan(0.95);
        Confidence.Shipped.Of(Nothing).ShouldBeLessThan(0.1);
        Confidence.Shipped.Threshold.ShouldBeInRange(0.2, 0.9);
    }

    [Fact]
    public void the_threshold_is_the_lowest_that_keeps_the_promise()
    {
        (double Sure, bool Right)[] shown = [(0.9, true), (0.8, true), (0.7, false), (0.6, true), (0.5, true), (0.4, false), (0.3, false)];
        Confidence.ThresholdFor(shown, 0.8).ShouldBe(0.5);
        Confidence.ThresholdFor(shown, 1).ShouldBe(0.8);
        Confidence.ThresholdFor([(0.9, false)], 0.8).ShouldBe(1);
        Confidence.ThresholdFor([], 0.8).ShouldBe(1);
    }

    [Fact]
    public void whatever_is_shown_above_the_threshold_is_right_as_often_as_was_promised() =>
        Gen.Select(Gen.Double[0, 1], Gen.Bool).Array[1, 60].Sample(shown =>
        {
            var threshold = Confidence.ThresholdFor(shown, 0.8);
            var above = shown.Where(one => one.Item1 >= threshold).ToList();
            if (threshold < 1) above.Average(one => one.Item2 ? 1.0 : 0).ShouldBeGreaterThanOrEqualTo(0.8 - 1e-9);
        });

    [Fact]
    public void it_is_learnt_from_what_was_judged()
    {
        var random = new Random(3);
        var judged = Enumerable.Range(0, 80).Select(_ => (IReadOnlyList<(Signals, bool)>)[.. Enumerable.Range(0, 5).Select(_ =>
        {
            var topic = random.NextDouble();
            return (Nothing with { Topic = topic }, random.NextDouble() < topic);
        })]).ToList();
        var learnt = Confidence.Fit(judged, 0.8);
        learnt.Of(Nothing with { Topic = 0.9 }).ShouldBeInRange(0.7, 0.95);
        learnt.Of(Nothing with { Topic = 0.1 }).ShouldBeInRange(0.05, 0.35);
    }
}
