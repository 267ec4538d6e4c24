using CopBot.Matching.Vectors;

namespace CopBot.Matching.Similarity;

/// <summary>
/// How well the words of a text fit those that are looked for, a text having several fields. Source: Robertson,
/// Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields, CIKM 2004.
/// </summary>
internal sealed class Bm25F
{
    private readonly double _k1;
    private readonly double _b;
    private readonly double[] _weights;
    private readonly double[] _lengths;
    private readonly Dictionary<string, int> _holders;
    private readonly int _texts;

    /// <summary>Learns how rare terms are and how long fields.</summary>
    /// <param name="texts">All texts, each by its fields.</param>
    /// <param name="weights">How much a term in each field counts.</param>
    /// <param name="k1">How slowly a repeated term stops to matter.</param>
    /// <param name="b">How much the length of a field matters: 0 to 1.</param>
    public Bm25F(IReadOnlyList<TermCounts[]> texts, double[] weights, double k1, double b)
    {
        (_k1, _b, _weights, _texts) = (k1, b, weights, texts.Count);
        _lengths = [.. weights.Select((_, field) => Math.Max(
            1, texts.Select(text => (double)text[field].Length).DefaultIfEmpty(1).Average()))];
        _holders = texts.SelectMany(text => text.SelectMany(field => field.Terms).Distinct(StringComparer.Ordinal))
            .CountBy(term => term, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    private Bm25F(BinaryReader from)
    {
        (_k1, _b, _texts) = (from.ReadDouble(), from.ReadDouble(), from.ReadInt32());
        _weights = [.. from.Doubles()];
        _lengths = [.. from.Doubles()];
        _holders = from.Counts();
    }

    public static Bm25F Read(BinaryReader from) => new(from);

    public void Write(BinaryWriter to)
    {
        to.Write(_k1);
        to.Write(_b);
        to.Write(_texts);
        to.Doubles(_weights);
        to.Doubles(_lengths);
        to.Counts(_holders);
    }

    /// <summary>0 and above; the more, the better.</summary>
    public double Score(TermCounts sought, params ReadOnlySpan<TermCounts> fields)
    {
        var score = 0.0;
        foreach (var (term, times) in sought.Counts)
        {
            var frequency = 0.0;
            for (var field = 0; field < fields.Length; field++)
            {
                var count = fields[field].Of(term);
                if (count == 0) continue;
                frequency += _weights[field] * count / (1 - _b + (_b * fields[field].Length / _lengths[field]));
            }

            if (frequency > 0) score += times * Rarity(term) * frequency * (_k1 + 1) / (_k1 + frequency);
        }

        return score;
    }

    /// <summary>The share of what is looked for that some field holds, rarer terms counting more: 0 to 1.</summary>
    public double Coverage(TermCounts sought, params ReadOnlySpan<TermCounts> fields)
    {
        var (covered, all) = (0.0, 0.0);
        foreach (var term in sought.Terms)
        {
            var rarity = Rarity(term);
            all += rarity;
            foreach (var field in fields)
            {
                if (field.Of(term) == 0) continue;
                covered += rarity;
                break;
            }
        }

        return all > 0 ? covered / all : 0;
    }

    /// <summary>How much a term tells: 0 and above.</summary>
    public double Rarity(string term)
    {
        var holders = _holders.GetValueOrDefault(term);
        return Math.Log(1 + ((_texts - holders + 0.5) / (holders + 0.5)));
    }
}
