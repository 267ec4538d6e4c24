using CsCheck;

namespace CopBot.Matching.Tests;

public sealed class TermsTests
{
    [Theory]
    [InlineData("The outcomes of Ministries", "outcome ministry")]
    [InlineData("Évaluation des coûts", "evaluation cout")]
    [InlineData("", "")]
    public void a_text_is_cut_into_its_terms(string text, string expected) =>
        string.Join(' ', Terms.Of(text)).ShouldBe(expected);

    [Fact]
    public void a_text_is_like_itself_and_unlike_a_stranger()
    {
        Likeness.Of(Terms.Of("outcome indicators"), Terms.Of("Outcome indicator!")).ShouldBe(1, 1e-9);
        Likeness.Of(Terms.Of("outcome indicators"), Terms.Of("payroll system")).ShouldBe(0);
        Likeness.Of([], Terms.Of("payroll")).ShouldBe(0);
    }

    [Fact]
    public void likeness_is_symmetric_and_between_nothing_and_one(
        ) => Gen.Select(Gen.String, Gen.String).Sample((a, b) =>
    {
        var likeness = Likeness.Of(Terms.Of(a), Terms.Of(b));
        likeness.ShouldBe(Likeness.Of(Terms.Of(b), Terms.Of(a)), 1e-12);
        likeness.ShouldBeInRange(0, 1 + 1e-9);
    });
}
