using CopBot.Matching.Analysis;

namespace CopBot.Matching.Tests;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("en", "The outcomes of ministries, and budgeting: see https://example.org/x!", "outcom ministri budget see")]
    [InlineData("en", "I don't, we dont", "dont")]
    [InlineData("fr", "L’évaluation des coûts à l'école", "evalu cout ecol")]
    [InlineData("de", "Die Haushalte der Länder", "haushalt land")]
    [InlineData("zh", "预算指标", "预算 算指 指标")]
    [InlineData("mn", "Төсвийн үзүүлэлт", "төсвийн үзүүлэлт")]
    [InlineData("xx", "Bajeti ya serikali", "bajeti ya serikali")]
    [InlineData("en", "", "")]
    public void a_text_is_cut_by_the_rules_of_its_language(string language, string text, string expected) =>
        string.Join(' ', TextAnalyzer.For(language).TermsOf(text)).ShouldBe(expected);

    [Fact]
    public void any_text_can_be_cut_in_any_language() =>
        CsCheck.Check.Sample(CsCheck.Gen.String, text =>
        {
            foreach (var language in (string[])["en", "fr", "ar", "zh", "th", "el", "hi", "xx"])
            {
                TextAnalyzer.For(language).TermsOf(text).ShouldAllBe(term => term.Length > 0);
            }
        }, iter: 300);

    [Fact]
    public void many_may_cut_at_once() =>
        Parallel.For(0, 200, i => TextAnalyzer.For("fr").TermsOf($"évaluations {i}").ShouldBe(["evalu", $"{i}"]));

    [Fact]
    public void words_of_thai_are_found_though_no_spaces_part_them()
    {
        var thai = TextAnalyzer.For("th");

        thai.TermsOf("งบประมาณของกระทรวง").ShouldContain("กระทรวง");
        thai.TermsOf("กระทรวงการคลัง").ShouldContain("กระทรวง");
    }
}
