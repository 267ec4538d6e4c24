using System.Text.RegularExpressions;

namespace CopBot.Testing.Fakes.OpenAI;

/// <summary>
/// Vectors of words and of pieces of four letters, each at a place of its own by its hash (Weinberger et al.: Feature
/// hashing for large scale multitask learning, ICML 2009). They tell how alike texts are written, and nothing else.
/// </summary>
public static partial class HashedVectors
{
    private const int Dimensions = 512;
    private const int Piece = 4;

    public static float[] Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var vector = new float[Dimensions];
        foreach (Match match in Word().Matches(text.ToUpperInvariant()))
        {
            // Short words stand everywhere and say little.
            var word = match.Value;
            if (word.Length >= Piece) Add(vector, word, 1);
            for (var i = 0; i + Piece <= word.Length; i++) Add(vector, word.Substring(i, Piece), 0.5f);
        }

        if (Array.TrueForAll(vector, value => value == 0)) vector[0] = 1;
        return vector;
    }

    private static void Add(float[] vector, string piece, float weight)
    {
        var hash = 2166136261u;
        foreach (var letter in piece) hash = (hash ^ letter) * 16777619;
        vector[(hash >> 1) % Dimensions] += (hash & 1) == 0 ? weight : -weight;
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
