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
}
