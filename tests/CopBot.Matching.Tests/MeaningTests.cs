using CopBot.Matching.Index;
using CopBot.Matching.Meanings;
using CopBot.Matching.Similarity;
using CsCheck;

namespace CopBot.Matching.Tests;

/// <summary>What a language model says helps as far as it is right, and does no harm where it is not.</summary>
public sealed class MeaningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-meaning-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void bytes_are_multiplied_as_numbers_are() =>
        Gen.Int[-127, 127].Array[1, 200].SelectMany(one => Gen.Int[-127, 127].Array[one.Length].Select(other => (one, other)))
            .Sample(pair => ByteVectors.Dot(
                Array.ConvertAll(pair.one, value => (sbyte)value), Array.ConvertAll(pair.other, value => (sbyte)value))
                == pair.one.Zip(pair.other, (one, other) => one * other).Sum());

    [Fact]
    public void what_was_stored_is_as_like_as_before()
    {
        var (sought, item) = (Meaning(1, 2, 3), new ItemMeaning(Meaning(1, 2, 4), Meaning(3, 1, 2)));
        var read = ItemMeaning.Read(item.ToBytes())!;
        read.FitOf(sought).ShouldBe(item.FitOf(sought));
        item.FitOf(sought).Question.ShouldBe(17 / Math.Sqrt(14 * 21), 0.01);
        item.FitOf(sought).Answers.ShouldBe(11 / 14.0, 0.01);
    }

    [Fact]
    public void vectors_of_another_model_can_not_be_compared() =>
        new ItemMeaning(Meaning(1, 2, 3), null).FitOf(TextMeaning.Of("another", [1, 2, 3])).Question.ShouldBe(double.NaN);

    [Fact]
    public void vectors_of_another_length_can_not_be_compared_whatever_the_model_is_called()
    {
        var two = TextMeaning.Of("m", [1, 2]);
        two.Model.ShouldNotBe(Meaning(1, 2, 3).Model);
        new ItemMeaning(Meaning(1, 2, 3), null).FitOf(two).Question.ShouldBe(double.NaN);
    }

    [Fact]
    public void where_two_models_are_mixed_it_is_learnt_once()
    {
        using var index = KnowledgeIndex.Open(_folder);
        index.Apply(Known(), 1);
        index.Apply([KeyValuePair.Create<string, KnownItem?>("q99", new("contract", "", ["signature"], "en")
        {
            Meaning = new(TextMeaning.Of("another", [1, 2]), TextMeaning.Of("another", [1, 2])),
        })], 2);
        index.HasNewMeanings.ShouldBeTrue();
        index.Learn(1000, Marks.None, CancellationToken.None);
        index.HasNewMeanings.ShouldBeFalse();
        index.Apply(Known().Select(pair => KeyValuePair.Create<string, KnownItem?>(pair.Key, null)), 3);
        index.Learn(1000, Marks.None, CancellationToken.None);
        index.HasNewMeanings.ShouldBeFalse();
    }

    [Fact]
    public void a_model_by_which_questions_find_their_answers_better_than_by_words_is_trusted() =>
        TrustOf(item => new(Topic(item), Topic(item))).ShouldBeGreaterThan(0.9);

    [Fact]
    public void a_model_whose_vectors_mean_nothing_is_not_trusted()
    {
        var random = new Random(7);
        TextMeaning Any() => TextMeaning.Of("m", [.. Enumerable.Range(0, 32).Select(_ => (random.NextSingle() * 2) - 1)]);
        TrustOf(_ => new(Any(), Any())).ShouldBe(0);
        TrustOf(_ => new(Meaning(1, 1, 1), Meaning(1, 1, 1))).ShouldBe(0);
    }

    [Fact]
    public void a_model_that_knows_less_than_the_words_is_not_trusted_either()
    {
        // Its questions find the answer in every second case, their words in all.
        var items = Enumerable.Range(0, 40).Select(item => new KnownItem($"contract {Word(item)}", "", [$"signature {Word(item)}"], "en")
        {
            Meaning = new(Topic(item), Topic(item % 2 == 0 ? item : item - 1)),
        }).ToList();
        MeaningTrust.Learn(SimilarityModel.Learn(items), items).Share.ShouldBe(0);
    }

    [Fact]
    public void it_is_found_without_any_word_in_common_once_the_model_is_trusted()
    {
        using var index = KnowledgeIndex.Open(_folder);
        index.Apply(Known(), 1);
        var sought = new SoughtText("", "Wie viele Pangoline leben dort?", "de") { Meaning = Topic(17) };
        index.Search(sought, 5).ShouldBeEmpty("nothing is known of the model yet");
        index.HasNewMeanings.ShouldBeTrue();
        index.Learn(1000, Marks.None, CancellationToken.None);
        index.HasNewMeanings.ShouldBeFalse();
        index.Search(sought, 5)[0].Id.ShouldBe("q17");
    }

    [Fact]
    public void what_was_learnt_of_a_model_is_there_after_a_restart()
    {
        using (var index = KnowledgeIndex.Open(_folder))
        {
            index.Apply(Known(), 1);
            index.Learn(1000, Marks.None, CancellationToken.None);
            index.Commit();
        }

        using var again = KnowledgeIndex.Open(_folder);
        again.HasNewMeanings.ShouldBeFalse();
        again.Trust.Share.ShouldBeGreaterThan(0.9);
        again.Search(new("", "pangolin?", "en") { Meaning = Topic(3) }, 5)[0].Id.ShouldBe("q3");
    }

    private static double TrustOf(Func<int, ItemMeaning> meaningOf)
    {
        var items = Items(meaningOf);
        return MeaningTrust.Learn(SimilarityModel.Learn(items), items).Share;
    }

    private static IEnumerable<KeyValuePair<string, KnownItem?>> Known() => Items(item => new(Topic(item), Topic(item)))
        .Select((item, number) => KeyValuePair.Create<string, KnownItem?>($"q{number}", item));

    /// <summary>Questions and answers that have no word in common.</summary>
    private static List<KnownItem> Items(Func<int, ItemMeaning> meaningOf) =>
    [
        .. Enumerable.Range(0, 40).Select(item => new KnownItem($"contract {Word(item)}", "", ["signature"], "en")
        {
            Meaning = meaningOf(item),
        }),
    ];

    private static string Word(int number) => $"w{(char)('a' + (number % 25))}{(char)('b' + (number / 25 % 20))}{number}";

    private static TextMeaning Topic(int topic) =>
        TextMeaning.Of("m", [.. Enumerable.Range(0, 64).Select(i => i == topic ? 1f : 0.02f * ((i * 7 % 5) - 2))]);

    private static TextMeaning Meaning(params float[] vector) => TextMeaning.Of("m", vector);
}
