using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CopBot.Pipeline;

/// <summary>
/// JSON that comes out the same byte for byte from the same content: keys in ordinal order, strings only, no white
/// space, absent values left out. In the manner of RFC 8785.
/// </summary>
internal static class CanonicalJson
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(SortedDictionary<string, string?> content) => JsonSerializer.Serialize(
        content.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value), Plain);

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
