using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CopBot.Evaluation.Figures;

/// <summary>Figures in a row, each by its path: <c>community.give.M01</c>, <c>monthly.ols_se.2</c>.</summary>
public static class FlatFigures
{
    /// <summary>All numbers; null for what could not be computed. Names and flags are left out.</summary>
    public static IEnumerable<(string Name, double? Value)> Of(JsonNode? figures, string path = "") => figures switch
    {
        JsonObject map => map.SelectMany(entry => Of(entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}")),
        JsonArray list => list.SelectMany((entry, place) => Of(entry, $"{path}.{place}")),
        null => [(path, null)],
        _ when figures.GetValueKind() == JsonValueKind.Number =>
            [(path, double.Parse(figures.ToJsonString(), CultureInfo.InvariantCulture))],
        _ => [],
    };
}
