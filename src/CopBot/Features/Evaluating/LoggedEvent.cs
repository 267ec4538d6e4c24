using System.Globalization;
using System.Text.Json;

namespace CopBot.Features.Evaluating;

/// <summary>One entry of the log as it is read for measuring: its core, and what is left of its attributes.</summary>
internal sealed class LoggedEvent
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string Type => this["type"] ?? "";

    public string? Actor => this["actor"];

    public DateTimeOffset OccurredAt => TimeOf("occurred_at");

    public DateTimeOffset RecordedAt => TimeOf("recorded_at");

    /// <summary>A value of the core or of the attributes; null where there is none.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads another entry into the same place.</summary>
    public void Read(string core, string? attributes)
    {
        _values.Clear();
        Add(core);
        if (attributes is not null) Add(attributes);
    }

    private DateTimeOffset TimeOf(string name) => DateTimeOffset.Parse(
        this[name] ?? throw new FormatException($"An entry of the log has no {name}."), CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private void Add(string json)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            var name = reader.GetString()!;
            reader.Read();
            if (reader.GetString() is { } value) _values[name] = value;
        }
    }
}
