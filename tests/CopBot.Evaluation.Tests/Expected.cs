using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CopBot.Evaluation.Tests;

/// <summary>Answers computed elsewhere (R 4.2.2, networkx, statsmodels, scipy), each as exactly as it is written down.</summary>
internal static class Expected
{
    private static readonly JsonElement Values = JsonDocument.Parse(File.ReadAllText(Files.PathOf("expected_values.json"))).RootElement;

    public static JsonElement Of(params string[] path) => path.Aggregate(Values, (element, name) => element.GetProperty(name));

    /// <summary>Compares to half a unit of the last digit that is written down; whole numbers exactly.</summary>
    public static void ShouldBeAsIn(this double actual, JsonElement expected, string what = "")
    {
        var text = expected.GetRawText();
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var unit = point < 0 ? 1e-8 : 0.5 * Math.Pow(10, -(text.Length - point - 1));
        var value = double.Parse(text, CultureInfo.InvariantCulture);
        Math.Abs(actual - value).ShouldBeLessThanOrEqualTo(unit + (Math.Abs(value) * 1e-12), $"{what}: {actual:R}, wanted {text}");
    }

    public static void ShouldBeAsIn(this double actual, params string[] path) => actual.ShouldBeAsIn(Of(path), string.Join('.', path));

    /// <summary>Everything that stands in the one must stand in the other.</summary>
    public static void ShouldHoldAllOf(this JsonNode? actual, JsonElement expected, string path, params string[] but)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in expected.EnumerateObject().Where(p => !but.Contains(p.Name)))
                {
                    var figures = actual.ShouldBeOfType<JsonObject>(path);
                    figures.ContainsKey(property.Name).ShouldBeTrue($"{path}.{property.Name} is missing");
                    figures[property.Name].ShouldHoldAllOf(property.Value, $"{path}.{property.Name}");
                }

                break;
            case JsonValueKind.Array:
                var list = actual.ShouldBeOfType<JsonArray>(path);
                list.Count.ShouldBe(expected.GetArrayLength(), path);
                foreach (var (element, place) in expected.EnumerateArray().Select((e, i) => (e, i)))
                {
                    list[place].ShouldHoldAllOf(element, $"{path}[{place}]");
                }

                break;
            case JsonValueKind.Number:
                double.Parse(actual!.ToJsonString(), CultureInfo.InvariantCulture).ShouldBeAsIn(expected, path);
                break;
            case JsonValueKind.Null:
                actual.ShouldBeNull(path);
                break;
            default:
                actual!.ToString().ShouldBe(expected.ToString(), path);
                break;
        }
    }
}
