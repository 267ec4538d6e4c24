using System.Collections.Frozen;
using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>The channels in which a coordinator lets the bot offer help, as of a second ago.</summary>
internal sealed class OfferingPlaces(
    IStore store, WorkerThreads threads, SecurityClock clock, ILogger<OfferingPlaces> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private volatile FrozenSet<PlaceRef> _places = FrozenSet<PlaceRef>.Empty;

    public bool Has(PlaceRef place) => _places.Contains(place);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        threads.RunAsync(() => WorkAsync(stoppingToken), stoppingToken);

    private async Task WorkAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                _places = await ReadAsync(cancel);
            }
#pragma warning disable CA1031 // Those of a while ago will do.
            catch (Exception failure) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.OfferingUnknown(failure);
            }

            await Task.Delay(Interval, clock.Time, cancel);
        }
    }

    private async Task<FrozenSet<PlaceRef>> ReadAsync(CancellationToken cancel)
    {
        await using var db = await store.OpenAsync(cancel);
        var places = await db.Places.AsNoTracking().Where(place => place.OffersHelp && place.LeftAt == null)
            .Select(place => new { place.Connection, place.PlaceId }).ToListAsync(cancel);
        return places.Select(place => new PlaceRef(place.Connection, place.PlaceId)).ToFrozenSet();
    }
}
