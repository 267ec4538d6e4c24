namespace CopBot.Matching.Similarity;

/// <summary>How often each term stands in a text.</summary>
internal sealed class TermCounts
{
    private readonly Dictionary<string, int> _counts;

    public TermCounts(IReadOnlyCollection<string> terms)
    {
        _counts = terms.CountBy(term => term, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Length = terms.Count;
    }

    /// <summary>All terms, repetitions included.</summary>
    public int Length { get; }

    public IEnumerable<string> Terms => _counts.Keys;

    public IEnumerable<KeyValuePair<string, int>> Counts => _counts;

    public int Of(string term) => _counts.GetValueOrDefault(term);
}
