using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CopBot.Testing.Fakes.OpenAI;

/// <summary>
/// A local server with the two operations of Azure OpenAI that the bot uses, on the wire as published (REST reference,
/// api-version 2024-10-21: embeddings, chat completions). Its vectors are of words and pieces of words: they know
/// nothing of language.
/// </summary>
public sealed class FakeAzureOpenAI : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef";
    private FakeServer? _server;
    private int _port;
    private Socket? _held;

    private FakeAzureOpenAI()
    {
    }

    public Uri Address => _server?.Address ?? new Uri($"http://127.0.0.1:{_port}");

    /// <summary>What it does wrong.</summary>
    public HostileAnswer Hostile { get; set; }

    /// <summary>What the model is called; another name is another model.</summary>
    public string Model { get; set; } = "text-embedding-3-small";

    /// <summary>Which texts it refuses, with all that come with them: too long, say.</summary>
    public Func<string, bool> Refuses { get; set; } = _ => false;

    /// <summary>The vector of a text.</summary>
    public Func<string, float[]> VectorOf { get; set; } = HashedVectors.Of;

    /// <summary>What it writes when it is asked to: gets the instruction and the data.</summary>
    public Func<string, string, string> Write { get; set; } = (_, _) => "{}";

    /// <summary>All texts that it was asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>All requests to write, as they came.</summary>
    public ConcurrentQueue<JsonObject> Orders { get; } = new();

    public static async Task<FakeAzureOpenAI> StartAsync()
    {
        var fake = new FakeAzureOpenAI();
        await fake.ComeBackAsync();
        return fake;
    }

    /// <summary>The settings that lead to it.</summary>
    public Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["AzureOpenAI:Endpoint"] = Address.ToString(),
        ["AzureOpenAI:ApiKey"] = Key,
        ["AzureOpenAI:EmbeddingDeployment"] = "meaning",
        ["AzureOpenAI:ChatDeployment"] = "writer",
    };

    /// <summary>Nobody listens any more.</summary>
    public async Task GoAwayAsync()
    {
        if (_server is null) return;
        await _server.DisposeAsync();
        _server = null;
        _held = FakeServer.Hold(_port);
    }

    /// <summary>It listens again, where it did.</summary>
    public async Task ComeBackAsync()
    {
        _server = _held is null ? await FakeServer.StartAsync(Map) : await FakeServer.StartAsync(Map, _held);
        _held = null;
        _port = _server.Address.Port;
    }

    public async ValueTask DisposeAsync()
    {
        await GoAwayAsync();
        _held?.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Map(WebApplication app)
    {
        app.MapPost("/openai/deployments/{deployment}/embeddings", (HttpContext http, JsonObject asked) => AnswerAsync(http, () => Embedded(asked)));
        app.MapPost("/openai/deployments/{deployment}/chat/completions", (HttpContext http, JsonObject asked) => AnswerAsync(http, () => Completed(asked)));
        app.MapPost("/elsewhere", (HttpContext http) => Elsewhere |= http.Request.Headers.ContainsKey("api-key"));
    }

    /// <summary>Whether the key went where it should not.</summary>
    public bool Elsewhere { get; private set; }

    private async Task AnswerAsync(HttpContext http, Func<JsonObject> answer)
    {
        var response = http.Response;
        if (http.Request.Headers["api-key"] != Key || http.Request.Query["api-version"].Count != 1)
        {
            response.StatusCode = 401;
            await response.WriteAsJsonAsync(new { error = new { code = "401", message = "Access denied due to invalid subscription key." } });
            return;
        }

        if (await HostileAnswers.GivenAsync(Hostile, http)) return;
        var said = answer();
        if (said.ContainsKey("error")) response.StatusCode = 400;
        response.ContentType = "application/json";
        await response.WriteAsync(said.ToJsonString());
    }

    private JsonObject Embedded(JsonObject asked)
    {
        var texts = asked["input"] is JsonArray many
            ? [.. many.Select(text => text!.GetValue<string>())]
            : new List<string> { asked["input"]!.GetValue<string>() };
        foreach (var text in texts) Asked.Enqueue(text);
        if (texts.Exists(text => Refuses(text)))
        {
            return new() { ["error"] = new JsonObject { ["code"] = "400", ["message"] = "This model's maximum context length is 8192 tokens." } };
        }

        var base64 = asked["encoding_format"]?.GetValue<string>() == "base64";
        var vectors = HostileAnswers.Spoilt(Hostile, [.. texts.Select(VectorOf)]);
        return new()
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. vectors.Select((vector, index) => (JsonNode)new JsonObject
            {
                ["object"] = "embedding",
                ["index"] = index,
                ["embedding"] = base64
                    ? Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector))
                    : new JsonArray([.. vector.Select(value => (JsonNode)value)]),
            })]),
            ["model"] = Model,
            ["usage"] = Usage(texts.Sum(text => text.Length / 4), 0),
        };
    }

    private JsonObject Completed(JsonObject asked)
    {
        Orders.Enqueue((JsonObject)asked.DeepClone());
        var messages = asked["messages"]!.AsArray().Select(message => (
            Role: message!["role"]!.GetValue<string>(), Text: TextOf(message["content"]!))).ToList();
        var said = Write(
            string.Concat(messages.Where(one => one.Role is "system" or "developer").Select(one => one.Text)),
            string.Concat(messages.Where(one => one.Role == "user").Select(one => one.Text)));
        return new()
        {
            ["id"] = "chatcmpl-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
            ["object"] = "chat.completion",
            ["created"] = 1_764_000_000,
            ["model"] = "gpt-4o-2024-11-20",
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = said, ["refusal"] = null },
                ["finish_reason"] = "stop",
                ["logprobs"] = null,
            }),
            ["usage"] = Usage(messages.Sum(one => one.Text.Length / 4), said.Length / 4),
        };
    }

    private static JsonObject Usage(int prompt, int completion) => new()
    {
        ["prompt_tokens"] = prompt, ["completion_tokens"] = completion, ["total_tokens"] = prompt + completion,
    };

    private static string TextOf(JsonNode content) => content is JsonArray parts
        ? string.Concat(parts.Select(part => part!["text"]!.GetValue<string>()))
        : content.GetValue<string>();
}
