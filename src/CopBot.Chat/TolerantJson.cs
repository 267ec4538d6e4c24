using System.Text.Json;

namespace CopBot.Chat;

/// <summary>
/// Reads what platforms send without minding what is new in it: every field may be missing, of another kind, or
/// unknown.
/// </summary>
public static class TolerantJson
{
    /// <summary>The element at a path; undefined if there is none.</summary>
    /// <param name="element">Where to begin.</param>
    /// <param name="path">Names of properties, one within the other.</param>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return default;
        }

        return element;
    }

    /// <summary>A text at a path; null if there is none.</summary>
    /// <param name="element">Where to begin.</param>
    /// <param name="path">Names of properties, one within the other.</param>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var found = element.At(path);
        return found.ValueKind == JsonValueKind.String ? Read(found) : null;
    }

    /// <summary>Whether a path leads to true; anything else is not.</summary>
    /// <param name="element">Where to begin.</param>
    /// <param name="path">Names of properties, one within the other.</param>
    public static bool IsTrue(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path).ValueKind == JsonValueKind.True;

    /// <summary>Every property of the object at a path by its name; none if there is no object.</summary>
    /// <param name="element">Where to begin.</param>
    /// <param name="path">Names of properties, one within the other.</param>
    public static IEnumerable<(string Name, JsonElement Value)> Properties(
        this JsonElement element, params ReadOnlySpan<string> path)
    {
        var found = element.At(path);
        return found.ValueKind == JsonValueKind.Object ? Named(found) : [];
    }

    private static IEnumerable<(string Name, JsonElement Value)> Named(JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
        {
            string name;
            try
            {
                name = property.Name;
            }
            catch (InvalidOperationException)
            {
                continue;
            }

            yield return (name, property.Value);
        }
    }

    /// <summary>
    /// Half a surrogate pair is no text, and counts as none. A zero character is nothing that anybody wrote, and not
    /// every store takes it.
    /// </summary>
    private static string? Read(JsonElement element)
    {
        try
        {
            return element.GetString()?.Replace('\0', '\uFFFD');
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The items of the array at a path; none if there is no array.</summary>
    /// <param name="element">Where to begin.</param>
    /// <param name="path">Names of properties, one within the other.</param>
    public static IEnumerable<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var found = element.At(path);
        return found.ValueKind == JsonValueKind.Array ? found.EnumerateArray() : [];
    }
}
