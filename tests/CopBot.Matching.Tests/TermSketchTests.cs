using CsCheck;

namespace CopBot.Matching.Tests;

public sealed class TermSketchTests
{
    private static readonly string[] Words =
        ["Outcomes", "outcome", "ministries", "Évaluation", "e\u0301valuation", "payroll", "the", "a", "Ä", "3", "’s"];

    private static readonly Gen<string> Said = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Words.Length - 1].Select(at => Words[at])
            .Array[0, 12].Select(words => string.Join(' ', words)));

    [Fact]
    public void a_text_longer_than_the_room_for_a_word_is_read_whole()
    {
        var one = string.Join(' ', Enumerable.Range(0, 900).Select(number => $"é{number}"));
        Terms.Of(one).Count.ShouldBe(900);
        Likeness.Of(Terms.Of(one), Terms.Of(new string('x', 5000))).ShouldBe(0);
    }

    [Fact]
    public void no_text_is_more_alike_than_its_sketch_allows() => Gen.Select(Said, Said).Sample((one, other) =>
        TermSketch.AtMost(TermsOf(one), TermSketch.Of(other))
            .ShouldBeGreaterThanOrEqualTo(Likeness.Of(Terms.Of(one), Terms.Of(other)) - 1e-12));

    [Fact]
    public void the_sketch_of_another_matter_allows_little()
    {
        var asked = TermsOf("How do we choose our outcome indicators before the budget hearing in spring?");
        TermSketch.AtMost(asked, TermSketch.Of("Outcome indicators for the budget hearing in spring: how do you choose?")).ShouldBeGreaterThan(0.9);
        TermSketch.AtMost(asked, TermSketch.Of("Who may sign a contract with a supplier of laptops abroad?")).ShouldBeLessThan(0.5);
        TermSketch.AtMost(asked, TermSketch.Of("of the")).ShouldBe(0);
    }

    [Fact]
    public void a_stored_sketch_means_the_same_in_the_next_version()
    {
        TermSketch.Of("Payroll of the ministries").ShouldBe(TermSketch.Of("ministry PAYROLL"));
        TermSketch.Of("payroll").ShouldBe(1L << 28);
    }

    private static HashSet<string> TermsOf(string text) => [.. Terms.Of(text)];
}
