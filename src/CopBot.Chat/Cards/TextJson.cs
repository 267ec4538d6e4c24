using System.Text.Json;
using System.Text.Json.Serialization;

namespace CopBot.Chat.Cards;

/// <summary>Stores text as the plain array of its spans.</summary>
internal sealed class TextJson : JsonConverter<Text>
{
    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Span[]>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToArray(), options);
}
