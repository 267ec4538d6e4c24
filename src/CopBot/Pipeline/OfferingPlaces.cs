using System.Collections.Frozen;
using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>The channels in which a coordinator lets the bot offer help, as of a second ago.</summary>
internal sealed class OfferingPlaces(
    IStore store, WorkerThreads threads, SecurityClock clock, ILogger<OfferingPlaces> logger)
    : Recurring(TimeSpan.FromSeconds(1), threads, clock)
{
    private volatile FrozenSet<PlaceRef> _places = FrozenSet<PlaceRef>.Empty;

    public bool Has(PlaceRef place) => _places.Contains(place);

    protected override async Task DoAsync(CancellationToken cancel)
    {
        var places = await store.ReadAsync(
            (db, token) => db.Places.AsNoTracking().Where(place => place.OffersHelp && place.LeftAt == null)
                .Select(place => new { place.Connection, place.PlaceId }).ToListAsync(token),
            cancel);
        _places = places.Select(place => new PlaceRef(place.Connection, place.PlaceId)).ToFrozenSet();
    }

    protected override void Failed(Exception failure) => logger.OfferingUnknown(failure);
}
