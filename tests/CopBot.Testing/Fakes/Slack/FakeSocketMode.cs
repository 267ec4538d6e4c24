using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CopBot.Testing.Fakes.Slack;

/// <summary>
/// Slack's side of Socket Mode: hands out addresses, says hello, sends each envelope to one of the sockets, again if it
/// is not acknowledged in time, and ends sockets as Slack does. Proved with Slack's own client.
/// </summary>
public sealed class FakeSocketMode
{
    public const string AppToken = "xapp-1-A0COPBOT1-1-fake";
    private const int MostSockets = 10;
    private readonly ConcurrentDictionary<string, bool> _tickets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeEnvelope> _open = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly List<FakeSocket> _sockets = [];
    private int _turn;

    /// <summary>How long an acknowledgement may take before the envelope is sent again.</summary>
    public TimeSpan AcknowledgedWithin { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often an address was asked for.</summary>
    public int Openings { get; private set; }

    /// <summary>How many sockets other hosts of the app have.</summary>
    public int Others { get; set; }

    /// <summary>The most sockets there were at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>The longest time without any socket, since the first.</summary>
    public TimeSpan LongestGap { get; private set; }

    private long? _noneSince;

    public int Sockets
    {
        get
        {
            lock (_gate) return _sockets.Count;
        }
    }

    /// <summary>Sends something, and waits until it is acknowledged.</summary>
    /// <returns>The acknowledgement's payload, how long it took, and how often it was sent.</returns>
    public async Task<(JsonNode? Payload, TimeSpan Took, int Attempts)> SendAsync(string type, JsonObject payload)
    {
        var envelope = new FakeEnvelope(type, payload);
        _open[envelope.Id] = envelope;
        while (!envelope.Acknowledged.Task.IsCompleted)
        {
            while (Next() is not { } socket || !await socket.SendAsync(envelope.ToJson())) await Task.Delay(1);
            envelope.Attempts++;
            await Task.WhenAny(envelope.Acknowledged.Task, Task.Delay(AcknowledgedWithin));
        }

        _open.TryRemove(envelope.Id, out _);
        return (await envelope.Acknowledged.Task, envelope.Took, envelope.Attempts);
    }

    /// <summary>Tells a socket, the oldest one, that it will end.</summary>
    /// <param name="reason"><c>warning</c>, <c>refresh_requested</c>, <c>link_disabled</c>, <c>too_many_websockets</c>.</param>
    /// <param name="closeAfter">When it is closed by force; null if the client closes it.</param>
    public async Task DisconnectAsync(string reason, TimeSpan? closeAfter = null)
    {
        FakeSocket? socket;
        lock (_gate) socket = _sockets.FirstOrDefault(s => !s.Retiring);
        if (socket is null) return;
        socket.Retiring = reason != "warning";
        await socket.SendAsync(new JsonObject
        {
            ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "applink-1" },
        });
        if (closeAfter is { } wait) _ = EndAsync(socket, wait);
    }

    /// <summary>Nothing new is sent, what was sent may be acknowledged, then it ends.</summary>
    private static async Task EndAsync(FakeSocket socket, TimeSpan after)
    {
        await Task.Delay(after);
        socket.Retiring = true;
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        socket.Abort();
    }

    /// <summary>Cuts every line without a word, as a firewall does.</summary>
    public void CutAll()
    {
        lock (_gate) _sockets.ForEach(socket => socket.Abort());
    }

    internal JsonObject Open(Uri address)
    {
        Openings++;
        var ticket = Guid.NewGuid().ToString("N");
        _tickets[ticket] = true;
        return new() { ["url"] = $"ws://{address.Authority}/link/?ticket={ticket}&app_id={FakeSlack.App}" };
    }

    internal void Map(WebApplication app)
    {
        app.UseWebSockets();
        app.Map("/link/", TakeAsync);
    }

    private async Task TakeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !_tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var raw = await context.WebSockets.AcceptWebSocketAsync();
        var socket = new FakeSocket(raw);
        int all;
        lock (_gate)
        {
            _sockets.Add(socket);
            all = _sockets.Count;
            MostAtOnce = Math.Max(MostAtOnce, all);
            if (_noneSince is { } since && TimeProvider.System.GetElapsedTime(since) is var gap && gap > LongestGap) LongestGap = gap;
            _noneSince = null;
        }

        try
        {
            await socket.SendAsync(all > MostSockets
                ? new() { ["type"] = "disconnect", ["reason"] = "too_many_websockets" }
                : new()
                {
                    ["type"] = "hello", ["num_connections"] = all + Others,
                    ["connection_info"] = new JsonObject { ["app_id"] = FakeSlack.App },
                    ["debug_info"] = new JsonObject { ["host"] = "applink-1", ["approximate_connection_time"] = 18060 },
                });
            await socket.ReadAsync(Acknowledge);
        }
        finally
        {
            lock (_gate)
            {
                _sockets.Remove(socket);
                if (_sockets.Count == 0) _noneSince = TimeProvider.System.GetTimestamp();
            }
        }
    }

    private void Acknowledge(JsonObject message)
    {
        if (message["envelope_id"]?.GetValue<string>() is { } id && _open.TryGetValue(id, out var envelope))
        {
            envelope.Acknowledge(message["payload"]);
        }
    }

    /// <summary>One of the sockets, in turn; those about to end get nothing new.</summary>
    private FakeSocket? Next()
    {
        lock (_gate)
        {
            var ready = _sockets.FindAll(socket => !socket.Retiring);
            return ready.Count == 0 ? null : ready[_turn++ % ready.Count];
        }
    }
}

/// <summary>Something on its way to the client.</summary>
internal sealed class FakeEnvelope(string type, JsonObject payload)
{
    private readonly long _begun = TimeProvider.System.GetTimestamp();

    public string Id { get; } = Guid.NewGuid().ToString("D");

    public int Attempts { get; set; }

    public TimeSpan Took { get; private set; }

    public TaskCompletionSource<JsonNode?> Acknowledged { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Acknowledge(JsonNode? answer)
    {
        if (Took == default) Took = TimeProvider.System.GetElapsedTime(_begun);
        Acknowledged.TrySetResult(answer?.DeepClone());
    }

    public JsonObject ToJson() => new()
    {
        ["envelope_id"] = Id,
        ["type"] = type,
        ["accepts_response_payload"] = type != "events_api",
        ["retry_attempt"] = Attempts,
        ["retry_reason"] = Attempts == 0 ? "" : "timeout",
        ["payload"] = payload.DeepClone(),
    };
}

/// <summary>The server's end of one socket.</summary>
#pragma warning disable CA1001 // A semaphore without a wait handle has nothing to dispose of.
internal sealed class FakeSocket(WebSocket socket)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _sending = new(1);

    public bool Retiring { get; set; }

    public async Task<bool> SendAsync(JsonObject message)
    {
        await _sending.WaitAsync();
        try
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(message.ToJsonString());
            await socket.SendAsync(bytes, WebSocketMessageType.Text, true, CancellationToken.None);
            return true;
        }
        catch (Exception failure) when (failure is WebSocketException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }

    public void Abort() => socket.Abort();

    public async Task ReadAsync(Action<JsonObject> take)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                using var message = new MemoryStream();
                WebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer, CancellationToken.None);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close) break;
                if (JsonNode.Parse(message.ToArray()) is JsonObject json) take(json);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or IOException)
        {
            // The other end is gone.
        }
    }
}
