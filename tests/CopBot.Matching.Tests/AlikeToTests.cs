using CsCheck;

namespace CopBot.Matching.Tests;

public sealed class AlikeToTests
{
    private static readonly string[] Words =
        ["Outcomes", "outcome", "ministries", "Évaluation", "e\u0301valuation", "payroll", "the", "a", "Ä", "3", "’s"];

    private static readonly Gen<string> Said = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Words.Length - 1].Select(at => Words[at])
            .Array[0, 12].Select(words => string.Join(' ', words)));

    [Fact]
    public void many_texts_are_measured_as_two_are() => Gen.Select(Said, Said.Array[1, 8]).Sample((text, others) =>
    {
        var alike = new AlikeTo(text);
        alike.TermCount.ShouldBe(Terms.Of(text).Distinct().Count());
        foreach (var other in others)
        {
            alike.LikenessOf(other).ShouldBe(Likeness.Of(Terms.Of(text), Terms.Of(other)), 1e-12);
        }
    });

    [Fact]
    public void a_text_longer_than_the_room_for_a_word_is_read_whole()
    {
        var one = string.Join(' ', Enumerable.Range(0, 900).Select(number => $"é{number}"));
        var alike = new AlikeTo(one);
        alike.LikenessOf(one).ShouldBe(1, 1e-9);
        alike.LikenessOf(new string('x', 5000)).ShouldBe(0);
        alike.LikenessOf(string.Empty).ShouldBe(0);
    }

    [Fact]
    public void no_text_is_more_alike_than_its_sketch_allows() => Gen.Select(Said, Said).Sample((one, other) =>
        new AlikeTo(one).AtMost(TermSketch.Of(other)).ShouldBeGreaterThanOrEqualTo(new AlikeTo(one).LikenessOf(other) - 1e-12));

    [Fact]
    public void the_sketch_of_another_matter_allows_little()
    {
        var asked = new AlikeTo("How do we choose our outcome indicators before the budget hearing in spring?");
        asked.AtMost(TermSketch.Of("Outcome indicators for the budget hearing in spring: how do you choose?")).ShouldBeGreaterThan(0.9);
        asked.AtMost(TermSketch.Of("Who may sign a contract with a supplier of laptops abroad?")).ShouldBeLessThan(0.5);
        asked.AtMost(TermSketch.Of("of the")).ShouldBe(0);
    }

    [Fact]
    public void a_stored_sketch_means_the_same_in_the_next_version()
    {
        TermSketch.Of("Payroll of the ministries").ShouldBe(TermSketch.Of("ministry PAYROLL"));
        TermSketch.Of("payroll").ShouldBe(1L << 28);
    }
}
