using CopBot.Matching.Similarity;

namespace CopBot.Benchmarks.Search;

/// <summary>
/// Notes whose words are distributed as in language: few are everywhere, most are rare, and those of one topic come
/// together. Source: Zipf; Mandelbrot’s refinement. The same number always gives the same notes.
/// </summary>
internal sealed class SyntheticNotes
{
    private const int Words = 200_000;
    private const int Topics = 2_000;
    private const int TopicWords = 300;
    private const double Exponent = 1.05;
    private const double Shift = 2.7;

    private static readonly string[] Common =
        ["the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "as", "was", "with", "be", "by", "on", "not", "are", "this", "from"];

    private readonly string[] _words;
    private readonly double[] _cumulated;

    public SyntheticNotes()
    {
        var random = new Random(11);
        _words = [.. Common, .. Enumerable.Range(Common.Length, Words - Common.Length).Select(_ => Word(random))];
        _cumulated = new double[Words];
        var sum = 0.0;
        for (var rank = 0; rank < Words; rank++) _cumulated[rank] = sum += Math.Pow(rank + 1 + Shift, -Exponent);
    }

    public KnownItem Note(int number)
    {
        var random = new Random(number);
        var topic = random.Next(Topics);
        return new(Text(random, topic, 7), Text(random, topic, 40), [], "en");
    }

    /// <summary>What somebody asks who wants a note: some of its words, and some others.</summary>
    public string Question(int number, int notes)
    {
        var random = new Random(-number - 1);
        var about = Note(random.Next(notes));
        var words = $"{about.Title} {about.Body}".Split(' ');
        return string.Join(' ', Enumerable.Range(0, random.Next(4, 10)).Select(_ =>
            random.Next(4) == 0 ? Any(random) : words[random.Next(words.Length)]));
    }

    private string Text(Random random, int topic, int words) => string.Join(' ', Enumerable.Range(0, words)
        .Select(_ => random.Next(3) == 0 ? _words[OfTopic(random, topic)] : Any(random)));

    private static int OfTopic(Random random, int topic)
    {
        var place = (int)(TopicWords * Math.Pow(random.NextDouble(), 2));
        return Common.Length + (int)(((long)(topic + 1) * 7919 * (place + 1)) % (Words - Common.Length));
    }

    private string Any(Random random)
    {
        var found = Array.BinarySearch(_cumulated, random.NextDouble() * _cumulated[^1]);
        return _words[found >= 0 ? found : Math.Min(~found, Words - 1)];
    }

    private static string Word(Random random)
    {
        const string consonants = "bcdfghjklmnprstvz";
        const string vowels = "aeiou";
        return string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ =>
            $"{consonants[random.Next(consonants.Length)]}{vowels[random.Next(vowels.Length)]}"));
    }
}
