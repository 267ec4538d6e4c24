using System.Text.Json.Nodes;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Slack.Rendering;
using CopBot.Slack.WebApi;

namespace CopBot.Slack.Outbound;

/// <summary>Renders effects and sends them to one workspace.</summary>
internal sealed class SlackDelivery(SlackConnection connection, SlackPictures pictures, TimeProvider time)
{
    private static readonly TimeSpan UntilProcessed = TimeSpan.FromSeconds(2);
    private static readonly Dictionary<BarChart, string> NoFiles = [];

    private readonly DirectChannels _directChannels = new(connection.Api);
    private readonly OwnMessages _ownMessages = new(connection.Api);

    public Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancel) => SendingTime.LimitAsync(
        SlackWebApi.Timeout, time, limit => SendAsync(outgoing, limit), cancel);

    /// <summary>Looks for the message that carries the effect's id.</summary>
    public async Task<Delivery?> FindAsync(Outgoing outgoing, DateTimeOffset since, CancellationToken cancel)
    {
        string? channel;
        string? thread;
        switch (outgoing.Effect)
        {
            case Post post:
                (channel, thread) = (post.Place.Id, post.Thread);
                break;
            case DirectMessage message:
                var (direct, noChannel) = await _directChannels.OfAsync(outgoing, message.To, cancel);
                if (direct is null) return noChannel;
                (channel, thread) = (direct, message.Thread);
                break;
            default:
                return null;
        }

        var (ts, failure) = await _ownMessages.FindAsync(outgoing.Id, channel, thread, since, cancel);
        return ts is null ? failure : Sent(channel, ts, thread);
    }

    private async Task<Delivery> SendAsync(Outgoing outgoing, SendingTime limit)
    {
        switch (outgoing.Effect)
        {
            case Post post:
                return await ShowAsync(outgoing, post.Place.Id, post.Thread, post.Card, limit);
            case DirectMessage message:
                var (channel, failure) = await _directChannels.OfAsync(outgoing, message.To, limit.Before);
                return channel is null
                    ? failure!
                    : await ShowAsync(outgoing, channel, message.Thread, message.Card, limit);
            case Whisper whisper:
                return await WhisperAsync(outgoing, whisper, limit);
            case React react:
                return await ReactAsync(react, limit.Whole);
            case ShowHome home:
                return await HomeAsync(outgoing, home, limit.Whole);
            default:
                return new Delivery.Refused($"Slack has nothing for {outgoing.Effect.GetType().Name}.");
        }
    }

    private async Task<Delivery> ShowAsync(
        Outgoing outgoing, string channel, string? thread, Card card, SendingTime limit)
    {
        var files = pictures.HasAny(card) ? await pictures.OfAsync(card, limit.Before) : NoFiles;
        var (delivery, error) = await ShowAsync(outgoing, channel, thread, card, files, limit.Whole);
        return error is not "invalid_blocks" || files.Count == 0 ? delivery
            : pictures.AreFresh(card) ? new Delivery.RetryAfter(UntilProcessed, "The picture is not processed yet.")
            : (await ShowAsync(outgoing, channel, thread, card, NoFiles, limit.Whole)).Delivery;
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
            ["event_type"] = OwnMessages.MetadataType,
            ["event_payload"] = new JsonObject { ["id"] = $"{outgoing.Id:N}" },
        };
        var answer = await connection.Api.CallAsync("chat.postMessage", message, cancel);
        var sent = answer.Ok
            ? Sent(answer.Body.Text("channel") ?? channel, answer.Body.Text("ts"), thread)
            : answer.Failure!;
        return (sent, answer.Error);
    }

    private async Task<Delivery> WhisperAsync(Outgoing outgoing, Whisper whisper, SendingTime limit)
    {
        var message = Message(whisper.Place.Id, whisper.Card, outgoing.Revision, NoFiles);
        message["user"] = whisper.To.Id;
        if (whisper.Thread is not null) message["thread_ts"] = whisper.Thread;
        var answer = await connection.Api.CallAsync("chat.postEphemeral", message, limit.Whole);
        if (answer.Ok) return new Delivery.Sent(null);
        if (answer.Failure is not Delivery.Gone && answer.Error is not "user_not_in_channel") return answer.Failure!;
        var direct = new DirectMessage(whisper.To, whisper.Card);
        return await SendAsync(outgoing with { Effect = direct }, limit);
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
