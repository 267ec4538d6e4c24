using CopBot.Chat;
using CopBot.Domain;
using CopBot.Storage;

namespace CopBot.Pipeline;

/// <summary>Finds the place an inbound comes from, and remembers places never seen before.</summary>
internal sealed class Scenes(Platforms platforms, TimeProvider time)
{
    /// <summary>The place that an inbound comes from or tells of; null if there is none.</summary>
    public static PlaceInfo? PlaceOf(Inbound inbound) => inbound switch
    {
        MessageReceived message => message.Place,
        MessageEdited edited => edited.Place,
        MessageDeleted deleted => deleted.Place,
        ActionPressed press => press.Place,
        FormSubmitted form => form.Place,
        BotJoinedPlace joined => joined.Place,
        BotLeftPlace left => left.Place,
        _ => null,
    };

    /// <param name="db">The view.</param>
    /// <param name="inbound">What comes from there.</param>
    /// <param name="place">The place, as far as known.</param>
    public Scene? Of(CopBotDbContext db, Inbound inbound, Place? place)
    {
        if (PlaceOf(inbound) is not { } info) return null;
        var thread = inbound switch
        {
            MessageReceived message => message.Thread,
            MessageEdited edited => edited.Thread,
            MessageDeleted deleted => deleted.Thread,
            ActionPressed press => press.Thread,
            _ => null,
        };
        if (place is null)
        {
            place = new Place
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                Connection = info.Ref.Connection,
                PlaceId = info.Ref.Id,
                Kind = info.Kind,
            };
            // A page is no place to write to, and its id says whose it is: nothing of it is kept.
            if (info.Kind != PlaceKind.Home) db.Places.Add(place);
        }

        // What comes from a place shows that the bot is there, whatever was said of it before.
        if (inbound is MessageReceived or ActionPressed && inbound.OccurredAt > place.LeftAt) place.LeftAt = null;
        if (info.Title is not null) place.Title = info.Title;
        if (info.SharedWithOutsiders) place.SharedWithOutsiders = true;
        return new(place, thread, platforms.CapabilitiesOf(info.Ref.Connection));
    }
}
