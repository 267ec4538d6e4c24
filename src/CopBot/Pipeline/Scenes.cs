using CopBot.Chat;
using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>Finds the place an inbound comes from, and remembers places never seen before.</summary>
internal sealed class Scenes(Platforms platforms, TimeProvider time)
{
    public async Task<Scene?> OfAsync(CopBotDbContext db, Inbound inbound, CancellationToken cancel)
    {
        var (info, thread) = inbound switch
        {
            MessageReceived message => (message.Place, message.Thread),
            MessageEdited edited => (edited.Place, edited.Thread),
            MessageDeleted deleted => (deleted.Place, deleted.Thread),
            ActionPressed press => (press.Place, press.Thread),
            FormSubmitted { Place: { } from } => (from, null),
            BotJoinedPlace joined => (joined.Place, null),
            BotLeftPlace left => (left.Place, null),
            _ => (null, null),
        };
        if (info is null) return null;
        var place = await db.Places.FirstOrDefaultAsync(
            p => p.Connection == info.Ref.Connection && p.PlaceId == info.Ref.Id, cancel);
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
