namespace CopBot.Matching.Vectors;

/// <summary>
/// Terms that stand in the same texts point the same way. Source: Deerwester et al.: Indexing by latent semantic
/// analysis, JASIS 41 (1990).
/// </summary>
internal static class LatentSemantics
{
    private const int LeastTexts = 2;

    /// <summary>Learns from texts, each a list of terms.</summary>
    public static TermVectors Learn(IReadOnlyList<IReadOnlyList<string>> texts, int dimensions)
    {
        var found = texts.SelectMany(text => text.Distinct(StringComparer.Ordinal))
            .CountBy(term => term, StringComparer.Ordinal)
            .Where(pair => pair.Value >= LeastTexts).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var rows = found.Select((pair, row) => (pair.Key, row)).ToDictionary(StringComparer.Ordinal);
        var rarity = found.ConvertAll(pair => MathF.Log((1f + texts.Count) / (1 + pair.Value)) + 1).ToArray();
        var matrix = new SparseMatrix([.. texts.Select(text => RowOf(text, rows, rarity))], found.Count);
        var (vectors, _) = TruncatedSvd.Of(matrix, dimensions);
        return new(rows, vectors, rarity, damped: true);
    }

    private static SparseVector RowOf(IReadOnlyList<string> text, Dictionary<string, int> rows, float[] rarity)
    {
        var counts = text.Where(rows.ContainsKey).CountBy(term => rows[term]).OrderBy(pair => pair.Key).ToList();
        return new(
            [.. counts.Select(pair => pair.Key)],
            TermVectors.Unit([.. counts.Select(pair => (1 + MathF.Log(pair.Value)) * rarity[pair.Key])]));
    }
}
