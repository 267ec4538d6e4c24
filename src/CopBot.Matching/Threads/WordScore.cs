using System.Text.RegularExpressions;
using CopBot.Matching.Vectors;

namespace CopBot.Matching.Threads;

/// <summary>
/// How much a text sounds like an answer, by runs of one to three words, punctuation included. Only words that anybody
/// uses anywhere are told apart: what is talked about, who and where, must not decide whether something is an answer.
/// </summary>
internal sealed partial class WordScore(IReadOnlyDictionary<string, double> weights, double bias)
{
    private const int FewestTexts = 5;
    private const double Cost = 0.3;
    private const string Begin = "^";
    private const string Particular = "_";

    private static readonly HashSet<string> GeneralWords = ReadGeneralWords();

    public IReadOnlyDictionary<string, double> Weights => weights;

    public double Bias => bias;

    public static WordScore Fit(IReadOnlyList<string> texts, IReadOnlyList<bool> labels)
    {
        var pieces = texts.Select(PiecesOf).ToList();
        var places = pieces.SelectMany(piece => piece).CountBy(piece => piece, StringComparer.Ordinal)
            .Where(pair => pair.Value >= FewestTexts).Select(pair => pair.Key).Order(StringComparer.Ordinal).Index()
            .ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var examples = pieces.ConvertAll(piece =>
        {
            int[] at = [.. piece.Where(places.ContainsKey).Select(one => places[one]).Order()];
            return new SparseVector(at, [.. at.Select(_ => Share(piece.Count))]);
        });
        var fitted = LogisticRegression.Fit(examples, labels, places.Count, Cost);
        return new(places.ToDictionary(pair => pair.Key, pair => fitted[pair.Value], StringComparer.Ordinal),
            fitted[^1]);
    }

    /// <summary>The logarithm of the odds that it is an answer.</summary>
    public double Of(string text)
    {
        var pieces = PiecesOf(text);
        return bias + (Share(pieces.Count) * pieces.Sum(piece => weights.GetValueOrDefault(piece)));
    }

    private static float Share(int pieces) => 1 / MathF.Sqrt(Math.Max(1, pieces));

    private static HashSet<string> PiecesOf(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)
            .Select(word => char.IsLetter(word[0]) && !GeneralWords.Contains(word) ? Particular : word).Prepend(Begin)
                .ToList();
        var pieces = words.ToHashSet(StringComparer.Ordinal);
        pieces.UnionWith(words.Zip(words.Skip(1), (one, next) => $"{one} {next}"));
        pieces.UnionWith(words.Zip(words.Skip(1), words.Skip(2)).Select(three => $"{three.First} {three.Second} {three.Third}"));
        return pieces;
    }

    private static HashSet<string> ReadGeneralWords()
    {
        using var stream = typeof(WordScore).Assembly.GetManifestResourceStream("CopBot.Matching.Threads.general-words.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+|\p{N}|[?!.,;:]+", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Word();
}
