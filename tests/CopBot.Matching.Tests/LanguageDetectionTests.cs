using CopBot.Matching.Detection;
using CsCheck;

namespace CopBot.Matching.Tests;

/// <summary>In which language something is written.</summary>
public sealed class LanguageDetectionTests
{
    private static readonly LanguageDetection Three = LanguageDetection.Among(["en", "fr", "mn"]);

    [Theory]
    [InlineData("How do we choose outcome indicators?", "en")]
    [InlineData("Comment choisir des indicateurs ?", "fr")]
    [InlineData("Төсвийн үзүүлэлтийг яаж сонгох вэ?", "mn")]
    [InlineData("merci beaucoup", "fr")]
    public void a_few_words_tell(string text, string expected) => Three.Of(text).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("12 : 30 !")]
    [InlineData("https://example.org/comment/choisir")]
    public void what_has_no_words_tells_nothing_unless_somebody_is_expected(string text)
    {
        Three.Of(text).ShouldBeNull();
        Three.Of(text, new Dictionary<string, double> { ["fr"] = 2, ["en"] = 1 }).ShouldBe("fr");
    }

    [Fact]
    public void who_writes_decides_where_the_words_do_not()
    {
        var iberian = LanguageDetection.Among(["es", "pt"]);
        iberian.Of("presupuesto de ministerio", new Dictionary<string, double> { ["pt"] = 3, ["es"] = 1 }).ShouldBe("es", "it is Spanish all the same");
        iberian.Of("total", new Dictionary<string, double> { ["pt"] = 20, ["es"] = 1 }).ShouldBe("pt");
        iberian.Of("total", new Dictionary<string, double> { ["pt"] = 1, ["es"] = 20 }).ShouldBe("es");
    }

    [Fact]
    public void a_community_of_one_language_writes_it() => LanguageDetection.Among(["fr"]).Of("How are you?").ShouldBe("fr");

    [Fact]
    public void a_language_without_a_model_is_told_by_who_writes()
    {
        var languages = LanguageDetection.Among(["en", "xx"]);
        languages.Of("anything", new Dictionary<string, double> { ["xx"] = 5, ["en"] = 1 }).ShouldBe("xx");
        LanguageDetection.IsDetected("xx").ShouldBeFalse();
        LanguageDetection.IsDetected("sw").ShouldBeTrue();
    }

    [Fact]
    public void any_text_can_be_looked_at() => Gen.String.Sample(text => Three.Of(text), iter: 500);
}
