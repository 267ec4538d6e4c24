using System.Globalization;
using System.Text.Json.Nodes;

namespace CopBot.Evaluation.Figures;

/// <summary>
/// How figures are written: what can't be computed is null, never "NaN"; times are keys in their shortest form.
/// </summary>
internal static class Json
{
    public static JsonNode? Of(double? value) =>
        value is { } known && double.IsFinite(known) ? JsonValue.Create(known) : null;

    public static JsonArray List(IEnumerable<double> values) => [.. values.Select(value => Of(value))];

    public static JsonArray List(IEnumerable<long> values) => [.. values.Select(value => (JsonNode)value)];

    public static JsonObject Map<T>(IEnumerable<T> entries, Func<T, string> key, Func<T, JsonNode?> value)
    {
        var map = new JsonObject();
        foreach (var entry in entries) map[key(entry)] = value(entry);
        return map;
    }

    public static string Key(double time) => time.ToString("R", CultureInfo.InvariantCulture);
}
