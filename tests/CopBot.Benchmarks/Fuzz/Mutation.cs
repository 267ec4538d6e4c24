using System.Text;
using System.Text.Json.Nodes;

namespace CopBot.Benchmarks.Fuzz;

/// <summary>Makes something else of a body: bytes at random, or JSON whose values are of another kind, size or sort.</summary>
internal sealed class Mutation(Random random)
{
    private static readonly string[] Odd =
    [
        "", " ", "\u0000", "a\u0000b", "\ufeff", "\u202e\u2066", "👩‍👩‍👧‍👦", "%s%n{0}", "<@U1>", "<!channel>", "../../x", "' OR 1=1 --", "=1+1",
        "-1", "1e999", "99999999999999999999", "1700000000.000100", "NaN", "null", "true", "{}", "[]", "<at>CopBot</at>", "ask", "help", "digest",
        "find", "answer Q1", "keep Q1.1", "withdraw Q1", "profile", "expertise x", "delete me for good", "link 123", "away until 32 May",
    ];

    /// <summary>A body made of this one.</summary>
    public byte[] Of(byte[] seed, bool isForm) => random.Next(10) switch
    {
        0 => RandomBytes(),
        1 => Flipped(seed),
        2 => seed[..random.Next(seed.Length + 1)],
        3 => [.. seed, .. RandomBytes()],
        _ => Restructured(seed, isForm),
    };

    private byte[] RandomBytes()
    {
        var bytes = new byte[random.Next(400)];
        random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Flipped(byte[] seed)
    {
        byte[] bytes = [.. seed];
        for (var i = random.Next(1, 8); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    /// <summary>JSON, alone or within a form, with some values changed.</summary>
    private byte[] Restructured(byte[] seed, bool isForm)
    {
        const string Payload = "payload=";
        var text = Encoding.UTF8.GetString(seed);
        if (!isForm) return Encoding.UTF8.GetBytes(Changed(text));
        if (text.StartsWith(Payload, StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetBytes(Payload + Uri.EscapeDataString(Changed(Uri.UnescapeDataString(text[Payload.Length..]))));
        }

        var fields = text.Split('&').ToList();
        var at = random.Next(fields.Count);
        fields[at] = random.Next(3) == 0 ? "" : $"{fields[at].Split('=')[0]}={Uri.EscapeDataString(Word())}";
        return Encoding.UTF8.GetBytes(string.Join('&', fields));
    }

    private string Changed(string json)
    {
        var root = JsonNode.Parse(json)!;
        for (var i = random.Next(1, 5); i > 0; i--) Change(root);
        return root.ToJsonString();
    }

    private void Change(JsonNode node)
    {
        var parents = new List<JsonNode>();
        Collect(node, parents);
        switch (parents[random.Next(parents.Count)])
        {
            case JsonObject { Count: > 0 } owner:
                var name = owner.ElementAt(random.Next(owner.Count)).Key;
                if (random.Next(6) == 0) owner.Remove(name);
                else owner[name] = Value(owner[name]);
                break;
            case JsonArray { Count: > 0 } list:
                list[random.Next(list.Count)] = Value(null);
                break;
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> parents)
    {
        if (node is not (JsonObject or JsonArray)) return;
        parents.Add(node);
        foreach (var child in node is JsonObject owner ? owner.Select(pair => pair.Value) : node.AsArray()) Collect(child, parents);
    }

    private JsonNode? Value(JsonNode? old) => random.Next(9) switch
    {
        0 => null,
        1 => random.NextInt64(long.MinValue, long.MaxValue),
        2 => random.Next(2) == 0,
        3 => new JsonArray(old?.DeepClone()),
        4 => new JsonObject { [Word()] = old?.DeepClone() },
        5 => new string((char)random.Next(32, 0xD7FF), random.Next(5000)),
        6 => -0.0,
        _ => Word(),
    };

    private string Word() => Odd[random.Next(Odd.Length)];
}
