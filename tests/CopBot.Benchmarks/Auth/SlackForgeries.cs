using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Slack;

namespace CopBot.Benchmarks.Auth;

/// <summary>Requests that are not Slack's, not fresh, not for this workspace, or too much.</summary>
internal static class SlackForgeries
{
    public const string OtherSecret = "00112233445566778899aabbccddeeff";
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly byte[] Event = Encoding.UTF8.GetBytes(SlackEnvelopes.Event(SlackEnvelopes.Message(
        "app_mention", "U00000001", "C1", "channel", "1700000000.000100", $"<@{FakeSlack.BotUser}> let me in", null)).ToJsonString());

    private static readonly byte[] Press = Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(
        $$"""{"type":"block_actions","user":{"id":"U1"},"team":{"id":"{{FakeSlack.Team}}"},"channel":{"id":"C1"},"actions":[{"action_id":"0:post:help"}]}"""));

    private static readonly byte[] Command = Encoding.UTF8.GetBytes(
        $"command=%2Fcop&text=help&user_id=U00000001&team_id={FakeSlack.Team}&channel_id=C1&trigger_id=1.2.3");

    public static IEnumerable<Forgery> All()
    {
        foreach (var (path, body, type) in new[] { ("events", Event, Json), ("interactions", Press, Form), ("commands", Command, Form) })
        {
            foreach (var forgery in Of(path, body, type)) yield return forgery;
        }

        yield return Signed("another workspace's event", "events", Foreign(), Json, 403) with
        {
            Reason = "Bolt leaves it to the app's authorize function, which in the smallest app knows one workspace.",
        };
        yield return Signed("JSON that ends too soon", "events", "{\"type\":"u8.ToArray(), Json, 400);
        yield return Signed("an array", "events", "[]"u8.ToArray(), Json, 400);
        yield return Signed("nested a thousand times", "events", Nested(1000), Json, 400) with
        {
            Reason = "Bolt reads JSON of any depth; CopBot 64 levels, more than anything that Slack sends.",
        };
        yield return Signed("a press without its payload", "interactions", "nothing=here"u8.ToArray(), Form, 400);
        yield return Signed("a command without a user", "commands", "text=help"u8.ToArray(), Form, 400);
        yield return Signed("a compression bomb, signed as it is", "events", Bomb(), Json, 400, encoding: "gzip");
        yield return new("a compression bomb", "events", 401, address => Encoded(Forgery.Post(address, Bomb(), Json), "gzip"));
    }

    private static IEnumerable<Forgery> Of(string path, byte[] body, string type)
    {
        yield return new("unsigned", path, 401, address => Forgery.Post(address, body, type));
        yield return With("no signature", (Now, null));
        yield return With("no timestamp", (null, SignatureOf(Now, body)));
        yield return With("an empty signature", (Now, ""));
        yield return With("a made up signature", (Now, "v0=" + new string('0', 64)));
        yield return With("a signature of another version", (Now, SignatureOf(Now, body).Replace("v0", "v1", StringComparison.Ordinal)));
        yield return With("a signature cut short", (Now, SignatureOf(Now, body)[..^2]));
        yield return With("a signature with more behind it", (Now, SignatureOf(Now, body) + "00"));
        yield return With("a wrong secret", (Now, SignatureOf(Now, body, "another-secret")));
        yield return With("another connection's secret", (Now, SignatureOf(Now, body, OtherSecret)));
        yield return With("an empty secret", (Now, SignatureOf(Now, body, "")));
        yield return With("another timestamp than was signed", (At(-1), SignatureOf(Now, body)));
        yield return With("another body than was signed", (Now, SignatureOf(Now, [.. body, (byte)'\n'])));
        yield return With("stale by a second", (At(-302), SignatureOf(At(-302), body)));
        yield return With("stale by a day", (At(-86_400), SignatureOf(At(-86_400), body)));
        yield return With("future by a minute more than allowed", (At(360), SignatureOf(At(360), body))) with { Reason = Future };
        yield return With("future by a year", (At(31_536_000), SignatureOf(At(31_536_000), body))) with { Reason = Future };
        yield return With("a timestamp that is no number", ("soon", SignatureOf("soon", body)));
        yield return With("a timestamp beyond all numbers", (new string('9', 40), SignatureOf(new string('9', 40), body))) with { Reason = Future };
        yield return With("a negative timestamp", ("-5", SignatureOf("-5", body)));
        yield return new("ten megabytes", path, 413, address => Forgery.Post(address, new byte[10 * 1024 * 1024], type));
        yield return new("ten megabytes, length not told", path, 413, address =>
        {
            var request = Forgery.Post(address, new byte[10 * 1024 * 1024], type);
            request.Headers.TransferEncodingChunked = true;
            return request;
        });

        Forgery With(string name, (string? Timestamp, string? Signature) headers) => new(name, path, 401, address =>
        {
            var request = Forgery.Post(address, body, type);
            if (headers.Timestamp is { } timestamp) request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
            if (headers.Signature is { } signature) request.Headers.TryAddWithoutValidation("X-Slack-Signature", signature);
            return request;
        });
    }

    private const string Future = "Bolt refuses what is old, and takes what is dated ahead, which can be replayed until then.";

    private static Forgery Signed(string name, string path, byte[] body, string type, int expected, string? encoding = null) =>
        new(name, path, expected, address =>
        {
            var request = Forgery.Post(address, body, type);
            request.Headers.Add("X-Slack-Request-Timestamp", Now);
            request.Headers.Add("X-Slack-Signature", SignatureOf(Now, body));
            return encoding is null ? request : Encoded(request, encoding);
        });

    private static HttpRequestMessage Encoded(HttpRequestMessage request, string encoding)
    {
        request.Content!.Headers.ContentEncoding.Add(encoding);
        return request;
    }

    private static string Now => At(0);

    private static string At(int seconds) =>
        TimeProvider.System.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string SignatureOf(string timestamp, byte[] body, string secret = FakeSlack.Secret)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    private static byte[] Foreign()
    {
        var envelope = JsonNode.Parse(Event)!.AsObject();
        envelope["team_id"] = "TOTHER";
        envelope["authorizations"]![0]!["team_id"] = "TOTHER";
        return Encoding.UTF8.GetBytes(envelope.ToJsonString());
    }

    private static byte[] Nested(int times) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"event\":", times)) + "1" + new string('}', times));

    /// <summary>A hundred megabytes of nothing, in a hundred kilobytes.</summary>
    private static byte[] Bomb()
    {
        using var small = new MemoryStream();
        using (var zip = new GZipStream(small, CompressionLevel.SmallestSize)) zip.Write(new byte[100 * 1024 * 1024]);
        return small.ToArray();
    }
}
