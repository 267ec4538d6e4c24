using System.Text.Json.Nodes;
using CopBot.Evaluation.Concentration;
using CopBot.Evaluation.GiveAndTake;
using CopBot.Evaluation.Networks;
using CopBot.Evaluation.Records;

namespace CopBot.Evaluation.Figures;

/// <summary>What the network of help among members says: an edge leads from who helped to who was helped.</summary>
internal static class NetworkFigures
{
    /// <summary>So many sizes of a core are written out at most.</summary>
    private const int MostSizes = 10_000;

    public static void Add(JsonObject figures, Exchange exchange, Giving giving)
    {
        var (ties, network) = (giving.Ties, new Network(giving.Ties.BothWays()));
        var reciprocity = Reciprocity.Of(giving);
        var n = exchange.Members.Count;
        figures["L"] = ties.Count;
        figures["density"] = n < 2 ? null : Json.Of(ties.Count / ((double)n * (n - 1)));
        figures["edge_reciprocity"] = Json.Of(reciprocity.OfEdges);
        figures["dyad_ratio"] = Json.Of(reciprocity.OfDyads);
        figures["dyads"] = new JsonObject
        {
            ["mutual"] = reciprocity.Mutual,
            ["asym"] = reciprocity.Asymmetric,
            ["null"] = reciprocity.Null,
        };
        figures["rho_garlaschelli_loffredo"] = Json.Of(reciprocity.BeyondChance);
        figures["weighted_reciprocity"] = Json.Of(reciprocity.Weighted);
        figures["undirected_edges"] = network.Ties;
        var components = Components.Of(network);
        figures["components"] = components.Sizes.Count;
        figures["giant"] = components.Giant;
        AddBetweenness(figures, "betweenness_undirected", exchange, Betweenness.Of(network));
        AddBetweenness(figures, "betweenness_directed", exchange, Betweenness.Of(ties));
        figures["out_degree_centralization"] = Json.Of(Centralisation.OfOutDegree(ties));
        figures["in_degree_centralization"] = Json.Of(Centralisation.OfOutDegree(ties.Reversed()));
        string?[] organisations = [.. exchange.Members.Select(member => member.Organisation)];
        string?[] countries = [.. exchange.Members.Select(member => member.Country)];
        AddCrossing(figures, "org", network, organisations);
        AddCrossing(figures, "country", network, countries);
        AddBrokerage(figures, exchange, ties, organisations);
        AddCore(figures, exchange, network);
    }

    private static void AddBetweenness(JsonObject figures, string name, Exchange exchange, Betweenness betweenness)
    {
        figures[name] = Json.Map(
            Enumerable.Range(0, exchange.Members.Count), node => exchange.Members[node].Id,
            node => Json.Of(betweenness.Values[node]));
        if (betweenness.Errors is null) return;
        figures[$"{name}_sampled_sources"] = betweenness.Sources;
        figures[$"{name}_se"] = Json.Map(
            Enumerable.Range(0, exchange.Members.Count), node => exchange.Members[node].Id,
            node => Json.Of(betweenness.Errors[node]));
    }

    private static void AddCrossing(JsonObject figures, string name, Network network, string?[] groups)
    {
        var crossing = BoundaryCrossing.Of(network, groups);
        figures[$"EI_{name}"] = Json.Of(crossing.Index);
        figures[$"EI_{name}_expected"] = Json.Of(crossing.Expected);
        var diversity = Diversity.Of(groups);
        figures[$"blau_{name}"] = diversity.Shares.Count == 0 ? null : diversity.Blau;
        figures[$"iqv_{name}"] = Json.Of(diversity.QualitativeVariation);
    }

    private static void AddBrokerage(JsonObject figures, Exchange exchange, Adjacency ties, string?[] organisations)
    {
        var back = ties.Reversed();
        for (var member = 0; member < exchange.Members.Count; member++)
        {
            var roles = Brokerage.Of(ties, back, organisations, member);
            figures[$"brokerage_org_{exchange.Members[member].Id}"] = new JsonObject
            {
                ["coordinator"] = roles.Coordinator,
                ["itinerant"] = roles.Itinerant,
                ["representative"] = roles.Representative,
                ["gatekeeper"] = roles.Gatekeeper,
                ["liaison"] = roles.Liaison,
                ["total"] = roles.Total,
            };
        }
    }

    private static void AddCore(JsonObject figures, Exchange exchange, Network network)
    {
        var lip = LipCore.Of(network);
        figures["lip_Z_k0_to_10"] = Json.List(lip.Faults.Take(11));
        if (lip.Faults.Count is not 11 and <= MostSizes)
        {
            figures[$"lip_Z_k0_to_{lip.Faults.Count - 1}"] = Json.List(lip.Faults);
        }

        figures["lip_core"] = Ids(exchange, lip.Core);
        var best = CorePeriphery.Of(network);
        figures["be_or_best"] = best is null ? null : new JsonObject
        {
            ["core"] = Ids(exchange, best.Core),
            ["fit"] = best.Fit,
            ["exact"] = best.IsExact,
        };
    }

    private static JsonArray Ids(Exchange exchange, IEnumerable<int> members) =>
        [.. members.Select(member => (JsonNode)exchange.Members[member].Id)];
}
