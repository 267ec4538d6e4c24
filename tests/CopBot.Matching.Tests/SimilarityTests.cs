using CopBot.Matching.Similarity;

namespace CopBot.Matching.Tests;

/// <summary>What the community knows, found by what is asked.</summary>
public sealed class SimilarityTests
{
    private static readonly KnownItem[] Known =
    [
        new("How do we choose outcome indicators?", "", ["Start from the decision that they should inform."], "en"),
        new("Where is the payroll system run?", "", ["In the treasury, on the second floor."], "en"),
        new("Who signs procurement contracts?", "", ["The controlling officer signs, after the tender board."], "en"),
        new("Comment choisir des indicateurs de résultat ?", "", ["Partez de la décision."], "fr"),
    ];

    [Theory]
    [InlineData("choosing indicators of outcomes", 0)]
    [InlineData("payrol sytem", 1)]
    [InlineData("tender board", 2)]
    [InlineData("procurementcontracts", 2)]
    public void what_is_meant_is_found_however_it_is_written(string asked, int expected) =>
        Search(Known, asked)[0].Key.ShouldBe(expected);

    [Theory]
    [InlineData("indicateur de resultats", 3)]
    [InlineData("INDICATEURS DE RÉSULTAT", 3)]
    public void accents_and_endings_make_no_difference(string asked, int expected) =>
        Search(Known, asked, "fr")[0].Key.ShouldBe(expected);

    [Fact]
    public void nothing_known_finds_nothing() => Search([], "anything").ShouldBeEmpty();

    [Fact]
    public void the_only_thing_known_is_found() => Search(Known[..1], "outcome").Count.ShouldBe(1);

    [Fact]
    public void words_that_are_used_together_find_each_other()
    {
        // Nobody who asks of per diems says "allowance", but answers use both.
        KnownItem[] known =
        [
            .. Enumerable.Range(0, 8).Select(i => new KnownItem(
                $"Rates of the travel allowance in district {i}", "", [$"The per diem there is paid as allowance {i}."], "en")),
            .. Enumerable.Range(0, 8).Select(i => new KnownItem(
                $"Printing the ballot of district {i}", "", [$"The printer of district {i} has the ballot."], "en")),
        ];
        Search(known, "what per diem do I get")[0].Key.ShouldBeLessThan(8);
        var model = SimilarityModel.Learn(known);
        var sought = model.Prepare(new SoughtText("", "per diem", "en"));
        double Topic(KnownItem item) => model.Compare(sought, model.Prepare(item with { Answers = [] })).Topic;
        Topic(known[0]).ShouldBeGreaterThan(Topic(known[8]) + 0.3, "without a word in common");
    }

    [Fact]
    public void the_same_texts_always_teach_the_same()
    {
        var (one, other) = (Search(Known, "outcome decision"), Search(Known, "outcome decision"));
        one.ShouldBe(other);
    }

    [Fact]
    public void a_signal_counts_by_how_far_it_stands_above_the_others() =>
        SimilarityRanking.Scores([Zero with { Given = 7 }, Zero with { Given = 5 }], Zero with { Given = 2 })
            .ShouldBe([2, -2], tolerance: 1e-9);

    [Fact]
    public void any_text_can_be_looked_for() => CsCheck.Check.Sample(CsCheck.Gen.String, text =>
    {
        foreach (var match in Search(Known, text)) double.IsFinite(match.Score).ShouldBeTrue();
    }, iter: 200);

    private static Signals Zero => new(0, 0, 0, 0, 0, 0, 0);

    private static IReadOnlyList<Match<int>> Search(KnownItem[] known, string asked, string language = "en") =>
        new KnownItems<int>(SimilarityModel.Learn(known), known.Index()).Search(new("", asked, language));
}
