using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using CopBot.Chat;
using CopBot.Slack.Http;
using Microsoft.Extensions.Logging;

namespace CopBot.Slack.SocketMode;

/// <summary>
/// One WebSocket, from its hello to its end. Several envelopes are worked on at once, and each is acknowledged when it
/// is on disk.
/// </summary>
internal sealed class SlackSocket(SlackConnection connection, SocketDeliveries deliveries, ILogger logger)
    : IAsyncDisposable
{
    /// <summary>
    /// So often a ping goes out, and so long its answer may take: a dead line is found within their sum.
    /// </summary>
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PongWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);
    private const int AtOnce = 64;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly SemaphoreSlim _room = new(AtOnce);
    private readonly TaskCompletionSource<int> _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<string> _farewells = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _ended = new();
    private Task _reading = Task.CompletedTask;
    private long _lastHeard = TimeProvider.System.GetTimestamp();

    /// <summary>Why Slack is about to close it, each reason as it comes; completed when it is closed.</summary>
    public ChannelReader<string> Farewells => _farewells.Reader;

    /// <summary>How long nothing but pings has come.</summary>
    public TimeSpan Silence => TimeProvider.System.GetElapsedTime(Volatile.Read(ref _lastHeard));

    /// <summary>Connects, and waits until Slack says hello.</summary>
    /// <returns>How many connections the app has now, as Slack says.</returns>
    public async Task<int> OpenAsync(Uri url, TimeSpan within, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(within);
        _socket.Options.KeepAliveInterval = PingEvery;
        _socket.Options.KeepAliveTimeout = PongWithin;
        await _socket.ConnectAsync(url, patience.Token);
        _reading = Task.Run(ReadAsync, CancellationToken.None);
        return await _hello.Task.WaitAsync(patience.Token);
    }

    /// <summary>Lets what is under way end, then closes.</summary>
    public async Task CloseAsync(TimeSpan quiet, TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        try
        {
            while (_socket.State == WebSocketState.Open && (Silence < quiet || _room.CurrentCount < AtOnce))
            {
                await Task.Delay(LookEvery, patience.Token);
            }

            await _sending.WaitAsync(patience.Token);
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
            await _reading.WaitAsync(patience.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or WebSocketException or TimeoutException)
        {
            _socket.Abort();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _socket.Abort();
        await _reading;

        // What is still worked on gives its place back before there is no place any more.
        for (var places = 0; places < AtOnce; places++) await _room.WaitAsync();
        _socket.Dispose();
        _ended.Dispose();
        _sending.Dispose();
        _room.Dispose();
    }

    private async Task ReadAsync()
    {
        var why = "it was closed";
        try
        {
            using var message = new MemoryStream();
            var buffer = new byte[16 * 1024];
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), _ended.Token);
                if (part.MessageType == WebSocketMessageType.Close) break;
                message.Write(buffer.AsSpan(0, part.Count));
                if (message.Length > SlackRequest.LargestBody) throw new InvalidDataException("A message is too large.");
                if (!part.EndOfMessage) continue;
                Volatile.Write(ref _lastHeard, TimeProvider.System.GetTimestamp());
                await TakeAsync(message.ToArray());
                message.SetLength(0);
            }
        }
#pragma warning disable CA1031 // However it ends, another takes its place.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            why = failure.Message;
        }

        _hello.TrySetException(new WebSocketException(why));
        _farewells.Writer.TryWrite(why);
        _farewells.Writer.TryComplete();
    }

    private async Task TakeAsync(byte[] message)
    {
        JsonElement envelope;
        try
        {
            using var document = JsonDocument.Parse(message);
            envelope = document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            logger.Malformed(connection.FullName, failure.Message);
            return;
        }

        switch (envelope.Text("type"))
        {
            case "hello":
                _hello.TrySetResult(envelope.At("num_connections").TryCount());
                break;
            case "disconnect":
                _farewells.Writer.TryWrite(envelope.Text("reason") ?? "no reason");
                break;
            default:
                if (envelope.Text("envelope_id") is not { } id) break;
                await _room.WaitAsync(_ended.Token);
                _ = Task.Run(() => WorkAsync(id, envelope));
                break;
        }
    }

    private async Task WorkAsync(string id, JsonElement envelope)
    {
        try
        {
            if (await deliveries.AnswerAsync(envelope, connection, _ended.Token) is not { } reply) return;
            var acknowledgement = new JsonObject { ["envelope_id"] = id };
            if (reply.Body is not null && envelope.IsTrue("accepts_response_payload")) acknowledgement["payload"] = reply.Body;
            await SendAsync(acknowledgement);
        }
#pragma warning disable CA1031 // It was not acknowledged, so it comes again; the others must go on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (!_ended.IsCancellationRequested) logger.NotAcknowledged(connection.FullName, failure);
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task SendAsync(JsonObject message)
    {
        await _sending.WaitAsync(_ended.Token);
        try
        {
            await _socket.SendAsync(
                JsonSerializer.SerializeToUtf8Bytes(message),
                WebSocketMessageType.Text,
                endOfMessage: true,
                _ended.Token);
        }
        finally
        {
            _sending.Release();
        }
    }
}

internal static class Counts
{
    /// <summary>A count, or 0 where there is none.</summary>
    public static int TryCount(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var count) ? count : 0;
}
