using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Slack.Rendering;

namespace CopBot.Slack.Outbound;

/// <summary>Renders effects and sends them to one workspace.</summary>
internal sealed class SlackDelivery(SlackConnection connection, SlackPictures pictures)
{
    /// <summary>The type of the metadata by which the bot finds its own messages again.</summary>
    public const string MetadataType = "copbot_effect";

    private static readonly TimeSpan UntilProcessed = TimeSpan.FromSeconds(2);
    private static readonly Dictionary<BarChart, string> NoFiles = [];

    private readonly ConcurrentDictionary<string, string> _directChannels = new(StringComparer.Ordinal);

    public async Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancel)
    {
        switch (outgoing.Effect)
        {
            case Post post:
                return await ShowAsync(outgoing, post.Place.Id, post.Thread, post.Card, cancel);
            case DirectMessage message:
                var (channel, failure) = await DirectAsync(outgoing, message.To, cancel);
                return channel is null
                    ? failure!
                    : await ShowAsync(outgoing, channel, message.Thread, message.Card, cancel);
            case Whisper whisper:
                return await WhisperAsync(outgoing, whisper, cancel);
            case React react:
                return await ReactAsync(react, cancel);
            case ShowHome home:
                return await HomeAsync(outgoing, home, cancel);
            default:
                return new Delivery.Refused($"Slack has nothing for {outgoing.Effect.GetType().Name}.");
        }
    }

    /// <summary>Looks through the latest messages for the one that carries the effect's id.</summary>
    public async Task<Delivery?> FindAsync(Outgoing outgoing, CancellationToken cancel)
    {
        string? channel;
        string? thread;
        switch (outgoing.Effect)
        {
            case Post post:
                (channel, thread) = (post.Place.Id, post.Thread);
                break;
            case DirectMessage message:
                var (direct, failure) = await DirectAsync(outgoing, message.To, cancel);
                if (direct is null) return failure;
                (channel, thread) = (direct, message.Thread);
                break;
            default:
                return null;
        }

        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["channel"] = channel,
            ["limit"] = "200",
            ["include_all_metadata"] = "true",
        };
        if (thread is not null) arguments["ts"] = thread;
        var method = thread is null ? "conversations.history" : "conversations.replies";
        var answer = await connection.Api.CallAsync(method, arguments, cancel);
        if (!answer.Ok) return answer.Failure is Delivery.Gone ? null : answer.Failure;
        var id = $"{outgoing.Id:N}";
        var found = answer.Body.Items("messages")
            .FirstOrDefault(message => message.Text("metadata", "event_payload", "id") == id);
        return found.ValueKind == JsonValueKind.Undefined ? null : Sent(channel, found.Text("ts"), thread);
    }

    private async Task<Delivery> ShowAsync(
        Outgoing outgoing, string channel, string? thread, Card card, CancellationToken cancel)
    {
        var files = await pictures.OfAsync(card, cancel);
        var (delivery, error) = await ShowAsync(outgoing, channel, thread, card, files, cancel);
        return error is not "invalid_blocks" || files.Count == 0 ? delivery
            : pictures.AreFresh(card) ? new Delivery.RetryAfter(UntilProcessed, "The picture is not processed yet.")
            : (await ShowAsync(outgoing, channel, thread, card, NoFiles, cancel)).Delivery;
    }

    private async Task<(Delivery Delivery, string? Error)> ShowAsync(
        Outgoing outgoing, string channel, string? thread, Card card, IReadOnlyDictionary<BarChart, string> files,
        CancellationToken cancel)
    {
        var message = Message(channel, card, outgoing.Revision, files);
        if (outgoing.Existing is { } existing)
        {
            message["ts"] = existing.Id;
            var changed = await connection.Api.CallAsync("chat.update", message, cancel);
            return (changed.Ok ? new Delivery.Sent(existing) : changed.Failure!, changed.Error);
        }

        if (thread is not null) message["thread_ts"] = thread;
        message["unfurl_links"] = false;
        message["unfurl_media"] = false;
        message["metadata"] = new JsonObject
        {
            ["event_type"] = MetadataType,
            ["event_payload"] = new JsonObject { ["id"] = $"{outgoing.Id:N}" },
        };
        var answer = await connection.Api.CallAsync("chat.postMessage", message, cancel);
        var sent = answer.Ok
            ? Sent(answer.Body.Text("channel") ?? channel, answer.Body.Text("ts"), thread)
            : answer.Failure!;
        return (sent, answer.Error);
    }

    private async Task<Delivery> WhisperAsync(Outgoing outgoing, Whisper whisper, CancellationToken cancel)
    {
        var message = Message(whisper.Place.Id, whisper.Card, outgoing.Revision, NoFiles);
        message["user"] = whisper.To.Id;
        if (whisper.Thread is not null) message["thread_ts"] = whisper.Thread;
        var answer = await connection.Api.CallAsync("chat.postEphemeral", message, cancel);
        if (answer.Ok) return new Delivery.Sent(null);
        if (answer.Failure is not Delivery.Gone && answer.Error is not "user_not_in_channel") return answer.Failure!;
        var direct = new DirectMessage(whisper.To, whisper.Card);
        return await DeliverAsync(outgoing with { Effect = direct }, cancel);
    }

    private async Task<Delivery> HomeAsync(Outgoing outgoing, ShowHome home, CancellationToken cancel)
    {
        var answer = await connection.Api.CallAsync(
            "views.publish",
            new JsonObject
            {
                ["user_id"] = home.To.Id,
                ["view"] = SlackHome.Of(home.Cards, connection.FullName, outgoing.Revision),
            },
            cancel);

        // Showing the same page twice shows it once: whatever became of the first request, it may be sent again.
        return answer.Ok ? new Delivery.Sent(null) : Harmless(answer.Failure!);
    }

    private async Task<Delivery> ReactAsync(React react, CancellationToken cancel)
    {
        var answer = await connection.Api.CallAsync(
            "reactions.add",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["channel"] = react.Message.Place.Id,
                ["timestamp"] = react.Message.Id,
                ["name"] = react.Sign == Sign.Heard ? "eyes" : "incoming_envelope",
            },
            cancel);
        return answer.Ok || answer.Error is "already_reacted" ? new Delivery.Sent(null) : Harmless(answer.Failure!);
    }

    private static Delivery Harmless(Delivery failure) =>
        failure is Delivery.Unknown unknown ? unknown.Harmless : failure;

    private async Task<(string? Channel, Delivery? Failure)> DirectAsync(
        Outgoing outgoing, AccountRef to, CancellationToken cancel)
    {
        if (outgoing.DirectPlace is { } known) return (known.Id, null);
        if (_directChannels.TryGetValue(to.Id, out var cached)) return (cached, null);
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["users"] = to.Id };
        var answer = await connection.Api.CallAsync("conversations.open", arguments, cancel);
        if (answer.Body.Text("channel", "id") is not { } channel || !answer.Ok)
        {
            // Opening a direct chat shows nothing to anybody: it is never in doubt.
            return (null, Harmless(answer.Failure ?? new Delivery.Refused("Slack opened no direct chat.")));
        }

        _directChannels[to.Id] = channel;
        return (channel, null);
    }

    private JsonObject Message(
        string channel, Card card, int revision, IReadOnlyDictionary<BarChart, string> files) => new()
    {
        ["channel"] = channel,
        ["text"] = BlockKit.Fallback(card),
        ["blocks"] = BlockKit.Of(card, connection.FullName, revision, pictures: files),
    };

    private Delivery.Sent Sent(string channel, string? ts, string? thread) =>
        new(ts is null ? null : new MessageRef(new(connection.FullName, channel), ts, thread ?? ts));
}
