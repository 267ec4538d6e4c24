using System.Text.Json.Nodes;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Teams.Connector;
using CopBot.Teams.Inbound;
using CopBot.Teams.Rendering;

namespace CopBot.Teams.Outbound;

/// <summary>Renders effects and sends them to one tenant.</summary>
internal sealed class TeamsDelivery(TeamsConnection connection, IDrawing? drawing, TimeProvider time)
{
    public Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancel) => SendingTime.LimitAsync(
        TeamsConnector.Timeout, time, limit => SendAsync(outgoing, limit), cancel);

    private Task<Delivery> SendAsync(Outgoing outgoing, SendingTime limit) => outgoing.Effect switch
    {
        Post post => ShowAsync(outgoing, post.Place.Id, post.Thread, post.Card, isChannel: true, limit.Whole),
        DirectMessage message => DirectAsync(outgoing, message.To, message.Card, limit),
        Whisper whisper => DirectAsync(outgoing, whisper.To, whisper.Card, limit),
        React => Task.FromResult<Delivery>(new Delivery.Sent(null)),
        _ => Task.FromResult<Delivery>(
            new Delivery.Refused($"Teams has nothing for {outgoing.Effect.GetType().Name}.")),
    };

    private async Task<Delivery> DirectAsync(Outgoing outgoing, AccountRef to, Card card, SendingTime limit)
    {
        if (outgoing.DirectPlace is { } known)
        {
            return await ShowAsync(outgoing, known.Id, thread: null, card, isChannel: false, limit.Whole);
        }

        var service = await connection.ServiceAsync(conversation: null, limit.Before);
        if (service is null) return NoService();
        var answer = await connection.Connector.OpenConversationAsync(
            service,
            new JsonObject
            {
                ["bot"] = new JsonObject { ["id"] = $"28:{connection.Options.AppId}" },
                ["members"] = new JsonArray(new JsonObject { ["id"] = to.Id }),
                ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
                ["tenantId"] = Tenant,
                ["isGroup"] = false,
            },
            limit.Before);
        if (!answer.Ok)
        {
            // Opening a chat shows nothing to anybody: it is never in doubt.
            return answer.Failure is Delivery.Unknown unknown ? unknown.Harmless : answer.Failure!;
        }

        return answer.Body.Text("id") is { Length: > 0 } conversation
            ? await ShowAsync(outgoing, conversation, thread: null, card, isChannel: false, limit.Whole)
            : new Delivery.Refused("The Connector opened no chat.");
    }

    private string Tenant => connection.Options.TenantId;

    private async Task<Delivery> ShowAsync(
        Outgoing outgoing, string place, string? thread, Card card, bool isChannel, CancellationToken cancel)
    {
        var service = await connection.ServiceAsync(place, cancel);
        if (service is null) return NoService();
        var activity = Activity(card, outgoing.Revision);
        if (outgoing.Existing is { } existing)
        {
            var changed = await connection.Connector.ReplaceAsync(
                service, existing.Thread ?? existing.Place.Id, existing.Id, activity, cancel);
            return changed.Ok ? new Delivery.Sent(existing) : changed.Failure!;
        }

        var answer = await connection.Connector.PostAsync(service, thread ?? place, activity, cancel);
        if (!answer.Ok) return answer.Failure!;
        if (answer.Body.Text("id") is not { } id) return new Delivery.Sent(null);
        var opened = isChannel && place.StartsWith("19:", StringComparison.Ordinal)
            ? thread ?? TeamsPlaces.ThreadOf(place, id)
            : null;
        return new Delivery.Sent(new MessageRef(new(connection.FullName, place), id, opened));
    }

    private JsonObject Activity(Card card, int revision) => new()
    {
        ["type"] = "message",
        ["summary"] = Shortening.To(card.Summary, 200),
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = AdaptiveCard.ContentType,
            ["content"] = AdaptiveCard.Of(card, connection.FullName, revision, drawing),
        }),
    };

    private static Delivery.RetryAfter NoService() =>
        new(TimeSpan.FromMinutes(1), "Nobody of this tenant wrote yet, so the service’s address is not known.");
}
