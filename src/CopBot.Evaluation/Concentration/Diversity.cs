namespace CopBot.Evaluation.Concentration;

/// <summary>How many kinds there are, and how evenly people are spread over them.</summary>
/// <param name="Shares">The share of each kind; they sum to 1.</param>
public sealed record Diversity(IReadOnlyList<double> Shares)
{
    /// <summary>The chance that two picked at random are of the same kind (Herfindahl, Hirschman).</summary>
    public double Concentration => Shares.Sum(share => share * share);

    /// <summary>The chance that they are of different kinds (Blau 1977).</summary>
    public double Blau => 1 - Concentration;

    /// <summary>Blau's index by the largest that so many kinds allow; null for one kind.</summary>
    public double? QualitativeVariation => Shares.Count > 1 ? Blau * Shares.Count / (Shares.Count - 1) : null;

    /// <summary>Shannon's entropy, in natural units.</summary>
    public double Shannon => -Shares.Where(share => share > 0).Sum(share => share * Math.Log(share));

    /// <summary>Entropy by the largest that so many kinds allow (Pielou 1966); null for one kind.</summary>
    public double? Evenness => Shares.Count > 1 ? Shannon / Math.Log(Shares.Count) : null;

    /// <summary>Of the kinds of people; those of unknown kind are left out.</summary>
    public static Diversity Of(IEnumerable<string?> kinds)
    {
        var known = kinds.Where(kind => !string.IsNullOrEmpty(kind)).GroupBy(kind => kind, StringComparer.Ordinal)
            .Select(group => (double)group.Count()).ToList();
        var total = known.Sum();
        return new([.. known.Select(count => count / total)]);
    }
}
