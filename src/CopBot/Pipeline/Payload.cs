using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CopBot.Chat;

namespace CopBot.Pipeline;

/// <summary>How rows write down inbounds and effects. Versioned by tolerance: unknown fields are passed over.</summary>
internal static class Payload
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Of(Inbound inbound) => JsonSerializer.Serialize(inbound, Json);

    public static string Of(TimerDue due) => JsonSerializer.Serialize(due, Json);

    public static string Of(Effect effect) => JsonSerializer.Serialize(effect, Json);

    public static Inbound Inbound(string payload) => Read<Inbound>(payload);

    public static TimerDue Timer(string payload) => Read<TimerDue>(payload);

    public static Effect Effect(string payload) => Read<Effect>(payload);

    /// <summary>What is kept of a key: enough to recognise it, not enough to read a name out of it.</summary>
    public static byte[] KeyHash(string connection, string key) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{connection}\n{key}"));

    private static T Read<T>(string payload) =>
        JsonSerializer.Deserialize<T>(payload, Json) ?? throw new JsonException("The row's payload is empty.");
}
