using CopBot.Chat.Cards;
using CopBot.Testing.Cards;

namespace CopBot.Teams.Tests;

public sealed class LongWordsTests
{
    private const string German = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";

    [Theory]
    [InlineData(German)]
    [InlineData($"Das {German}.")]
    [InlineData($"Das Gesetz ({German}) gilt.")]
    [InlineData($"\u2068{German} عبد الرحمن\u2069 answered.")]
    public void a_long_word_may_break_and_reads_the_same(string words)
    {
        var shown = Shown(words);
        shown.Split(' ', '\u00AD').ShouldAllBe(part => part.Length <= 20);
        shown.Replace("\u00AD", "", StringComparison.Ordinal).ShouldBe(words);
    }

    [Theory]
    [InlineData("Haushaltsbewirtschaftung")]
    [InlineData($"https://example.org/{German}")]
    [InlineData($"{German}.example.org")]
    [InlineData($"{German}@example.org")]
    [InlineData($"key_{German}")]
    [InlineData($"\"Name\": \"{German}\"")]
    [InlineData("预算官员实践社区预算官员实践社区预算官员实践社区预算官员实践社区")]
    public void everything_else_is_left_alone(string words) => Shown(words).ShouldBe(words);

    private static string Shown(string words) =>
        Renderings.TeamsCard(new Card("Summary", new Paragraph(words)))["body"]![0]!["inlines"]![0]!["text"]!.GetValue<string>();
}
