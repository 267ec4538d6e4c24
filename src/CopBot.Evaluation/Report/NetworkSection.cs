using CopBot.Evaluation.Concentration;
using CopBot.Evaluation.GiveAndTake;
using CopBot.Evaluation.Networks;
using CopBot.Evaluation.Rates;

namespace CopBot.Evaluation.Report;

/// <summary>Who is tied to whom by help, and whether help crosses borders.</summary>
internal static class NetworkSection
{
    public static IEnumerable<Figure> Of(ReportFacts facts)
    {
        var (giving, network) = (facts.Giving, facts.Network);
        var (reciprocity, components) = (Reciprocity.Of(giving), Components.Of(network));
        var n = network.Nodes;
        yield return new("helping-pairs", giving.Ties.Count, N: n);
        yield return new("density", n < 2 ? null : giving.Ties.Count / ((double)n * (n - 1)), N: n);
        yield return new("reciprocity", reciprocity.OfEdges, N: reciprocity.Pairs);
        yield return new("reciprocity-beyond-chance", reciprocity.BeyondChance, N: reciprocity.Pairs);
        yield return new("components", components.Sizes.Count, N: n);
        yield return Figure.Of("giant-share", new Proportion(components.Giant, n));
        var betweenness = facts.Betweenness;
        yield return new("betweenness-centralisation", Centralisation.OfBetweenness(betweenness.Values), N: betweenness.Sources);
        if (betweenness.Errors is { } errors)
        {
            var top = Enumerable.Range(0, n).MaxBy(node => betweenness.Values[node]);
            yield return new("betweenness-sampling-error", errors[top] / betweenness.Values[top], N: betweenness.Sources);
        }

        yield return new("degree-centralisation", Centralisation.OfDegree(network), N: n);
        var clustering = Clustering.Of(network);
        yield return new("transitivity", clustering.Transitivity, N: n);
        var coreness = Coreness.Of(network);
        yield return new("deepest-core", coreness.Deepest, N: coreness.Innermost.Count);
        yield return new("lip-core", LipCore.Of(network).Core.Count, N: n);
        var members = facts.Exchange.Members;
        foreach (var figure in Borders("organisation", network, [.. members.Select(member => member.Organisation)])) yield return figure;
        foreach (var figure in Borders("country", network, [.. members.Select(member => member.Country)])) yield return figure;
        yield return Figure.Of("speaking-countries", Speaking(facts));
    }

    private static IEnumerable<Figure> Borders(string name, Network network, string?[] groups)
    {
        var crossing = BoundaryCrossing.Of(network, groups);
        yield return new($"crossing-{name}", crossing.Index, N: crossing.External + crossing.Internal);
        yield return new($"crossing-{name}-by-chance", crossing.Expected, N: crossing.External + crossing.Internal);
        var diversity = Diversity.Of(groups);
        yield return new($"diversity-{name}", diversity.QualitativeVariation, N: diversity.Shares.Count);
    }

    /// <summary>Of the countries reached, in how many somebody contributed.</summary>
    private static Proportion Speaking(ReportFacts facts)
    {
        var members = facts.Exchange.Members;
        var reached =
            members.Select(member => member.Country).Where(country => !string.IsNullOrEmpty(country)).ToHashSet();
        var speaking = members.Where((_, m) => facts.Giving.Contributions[m] > 0).Select(member => member.Country)
            .Where(country => !string.IsNullOrEmpty(country)).ToHashSet();
        return new(speaking.Count, reached.Count);
    }
}
