namespace CopBot.Matching.Vectors;

/// <summary>
/// Terms that stand beside the same terms point the same way: positive pointwise mutual information, reduced. Source:
/// Levy, Goldberg, Dagan: Improving distributional similarity with lessons learned from word embeddings, TACL 3 (2015).
/// </summary>
internal static class WordContexts
{
    private const int Window = 8;
    private const int LeastCount = 3;
    private const double ContextSmoothing = 0.75;

    /// <summary>Learns from texts, each a list of terms.</summary>
    public static TermVectors Learn(IReadOnlyList<IReadOnlyList<string>> texts, int dimensions)
    {
        var found = texts.SelectMany(text => text).CountBy(term => term, StringComparer.Ordinal)
            .Where(pair => pair.Value >= LeastCount).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var rows = found.Select((pair, row) => (pair.Key, row)).ToDictionary(StringComparer.Ordinal);
        var texted = texts.SelectMany(text => text.Where(rows.ContainsKey).Distinct(StringComparer.Ordinal))
            .CountBy(term => rows[term]).ToDictionary();
        var rarity = Enumerable.Range(0, found.Count)
            .Select(row => MathF.Log((1f + texts.Count) / (1 + texted[row])) + 1).ToArray();
        var (vectors, values) = TruncatedSvd.Of(Information(Neighbours(texts, rows)), dimensions);
        foreach (var vector in vectors)
        {
            for (var i = 0; i < vector.Length; i++) vector[i] *= MathF.Sqrt(values[i]);
            TermVectors.Unit(vector);
        }

        return new(rows, vectors, rarity, damped: false);
    }

    private static Dictionary<int, double>[] Neighbours(
        IReadOnlyList<IReadOnlyList<string>> texts, Dictionary<string, int> rows)
    {
        var beside = Enumerable.Range(0, rows.Count).Select(_ => new Dictionary<int, double>()).ToArray();
        foreach (var text in texts)
        {
            var known = text.Where(rows.ContainsKey).Select(term => rows[term]).ToArray();
            for (var i = 0; i < known.Length; i++)
            {
                for (var distance = 1; distance <= Window && i + distance < known.Length; distance++)
                {
                    var (one, other, weight) = (known[i], known[i + distance], 1 / Math.Sqrt(distance));
                    beside[one][other] = beside[one].GetValueOrDefault(other) + weight;
                    beside[other][one] = beside[other].GetValueOrDefault(one) + weight;
                }
            }
        }

        return beside;
    }

    private static SparseMatrix Information(Dictionary<int, double>[] beside)
    {
        var sums = beside.Select(row => row.Values.Sum()).ToArray();
        var contexts = sums.Select(sum => Math.Pow(sum, ContextSmoothing)).ToArray();
        var all = contexts.Sum();
        return new(
            [.. beside.Select((row, term) =>
            {
                var cells = row.Select(cell =>
                    (cell.Key, Value: Math.Log(cell.Value * all / (sums[term] * contexts[cell.Key]))))
                    .Where(cell => cell.Value > 0).OrderBy(cell => cell.Key).ToList();
                return new SparseVector(
                    [.. cells.Select(cell => cell.Key)], [.. cells.Select(cell => (float)cell.Value)]);
            })],
            beside.Length);
    }
}
