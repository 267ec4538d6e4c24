using System.Globalization;
using System.Text.Json.Nodes;
using CopBot.Evaluation.Concentration;
using CopBot.Evaluation.Networks;

namespace CopBot.Evaluation.Figures;

/// <summary>What a network of ties says that has no direction.</summary>
public static class TieFigures
{
    private const int Sizes = 12;

    /// <summary>Measures it.</summary>
    /// <param name="ties">Pairs of names. Loops and doubles are dropped.</param>
    public static JsonObject Of(IReadOnlyCollection<(string From, string To)> ties)
    {
        ArgumentNullException.ThrowIfNull(ties);
        var names = ties.SelectMany(tie => (string[])[tie.From, tie.To]).Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, Comparer<string>.Create(ByNumber)).ToArray();
        var numbers = names.Select((name, number) => (name, number))
            .ToDictionary(one => one.name, one => one.number, StringComparer.Ordinal);
        var network = Network.Of(names.Length, ties.Select(tie => (numbers[tie.From], numbers[tie.To])));
        var figures = new JsonObject { ["n"] = network.Nodes, ["m"] = network.Ties, ["density"] = Json.Of(network.Density) };
        AddCentrality(figures, names, network);
        var (clustering, paths) = (Clustering.Of(network), Paths.Of(network));
        figures["transitivity"] = Json.Of(clustering.Transitivity);
        figures["avg_clustering_zero_for_deg1"] = Json.Of(clustering.AverageWithZeros);
        figures["avg_clustering_excl_deg1"] = Json.Of(clustering.AverageWithoutThem);
        figures["avg_path"] = Json.Of(paths.Average);
        figures["diameter"] = paths.Diameter;
        if (paths.Sources < network.Nodes) figures["path_sources"] = paths.Sources;
        AddCore(figures, names, network);
        figures["gini_degree"] = Json.Of(Inequality.Gini(network.Degrees.Select(degree => (double)degree)));
        return figures;
    }

    private static void AddCentrality(JsonObject figures, string[] names, Network network)
    {
        var betweenness = Betweenness.Of(network);
        var pairs = (network.Nodes - 1.0) * (network.Nodes - 2) / 2;
        JsonObject Each(Func<int, JsonNode?> value) =>
            Json.Map(Enumerable.Range(0, names.Length), n => names[n], value);
        figures["betweenness_raw"] = Each(node => Json.Of(betweenness.Values[node]));
        figures["betweenness_norm"] = Each(node => pairs > 0 ? Json.Of(betweenness.Values[node] / pairs) : null);
        if (betweenness.Errors is { } errors) figures["betweenness_se"] = Each(node => Json.Of(errors[node]));
        figures["degree"] = Each(node => network.Neighbours.DegreeOf(node));
        figures["degree_centralization_freeman"] = Json.Of(Centralisation.OfDegree(network));
        figures["betweenness_centralization"] = Json.Of(Centralisation.OfBetweenness(betweenness.Values));
    }

    private static void AddCore(JsonObject figures, string[] names, Network network)
    {
        JsonArray Names(IEnumerable<int> nodes) => [.. nodes.Select(node => Name(names[node]))];
        var coreness = Coreness.Of(network);
        figures["coreness_counts"] = Json.Map(
            coreness.Values.GroupBy(depth => depth).OrderBy(group => group.Key), group => $"{group.Key}",
            group => group.Count());
        figures["core4"] = Names(coreness.Innermost);
        figures["core_k"] = coreness.Deepest;
        var lip = LipCore.Of(network);
        figures["lip_Z_k1_to_12"] = Json.List(lip.Faults.Skip(1).Take(Sizes));
        figures["lip_min"] = lip.Faults[lip.Best[0]];
        figures["lip_argmin"] = Json.List(lip.Best.Select(size => (long)size));
        figures["lip_core"] = Names(lip.Core);
        var best = CorePeriphery.Of(network);
        figures["be_or_fit_max_heuristic"] = Json.Of(best?.Fit);
        figures["be_or_core"] = best is null ? null : Names(best.Core);
    }

    private static JsonValue Name(string name) =>
        IsNumber(name, out var number) ? JsonValue.Create(number) : JsonValue.Create(name);

    private static int ByNumber(string one, string other) => IsNumber(one, out var a) && IsNumber(other, out var b)
        ? a.CompareTo(b) : string.CompareOrdinal(one, other);

    private static bool IsNumber(string name, out long number) =>
        long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number.ToString(CultureInfo.InvariantCulture) == name;
}
