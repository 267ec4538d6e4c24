using CopBot.Chat;

namespace CopBot.Pipeline;

/// <summary>What a failed delivery says about its place or person: worked on like anything that comes in.</summary>
internal static class Loss
{
    /// <returns>Null if nothing is known to be gone but the message.</returns>
    public static Inbound? Of(long row, Effect effect, Delivery.Gone gone, DateTimeOffset now)
    {
        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"gone:{row}:{now.UtcTicks}");
        return effect switch
        {
            _ when gone.OnlyMessage => null,
            Post post => new BotLeftPlace
            {
                Connection = post.Connection,
                Key = key,
                OccurredAt = now,
                Place = new PlaceInfo(post.Place, PlaceKind.Channel),
            },
            DirectMessage message => new PersonUnreachable
            {
                Connection = message.Connection,
                Key = key,
                OccurredAt = now,
                Account = message.To,
                Row = row,
                Reason = gone.Why,
            },
            _ => null,
        };
    }

    public static InboxRow Row(Inbound loss) => new()
    {
        Connection = loss.Connection,
        Key = Payload.KeyHash(loss.Connection, loss.Key),
        Lane = loss.Conversation,
        Payload = Payload.Of(loss),
        ReceivedAt = loss.OccurredAt,
        NotBefore = loss.OccurredAt,
    };
}
