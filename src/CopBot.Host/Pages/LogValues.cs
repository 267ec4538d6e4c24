using System.Text.Json;

namespace CopBot.Host.Pages;

/// <summary>Values of an entry of the log, for people.</summary>
internal static class LogValues
{
    public static string Of(string core, params IReadOnlyList<string> names)
    {
        using var document = JsonDocument.Parse(core);
        return string.Join(" · ", names.Select(name =>
            document.RootElement.TryGetProperty(name, out var value) ? $"{name}: {value.GetString()}" : null).OfType<string>());
    }
}
