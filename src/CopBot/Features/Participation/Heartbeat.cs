using System.Globalization;
using CopBot.Diagnostics;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CopBot.Features.Participation;

/// <summary>
/// Notes each minute that some host is there. After a longer silence the log gets an entry of the gap: platforms
/// deliver again for a while only, so what was said then may be missing.
/// </summary>
internal sealed class Heartbeat(IStore store, TimeProvider time, Platforms platforms, ILogger<Heartbeat> logger)
    : BackgroundService
{
    /// <summary>Shorter silences are bridged by what platforms deliver again.</summary>
    public static readonly TimeSpan Noticeable = TimeSpan.FromMinutes(15);

    private const string Name = "alive";
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    /// <summary>Notes the moment.</summary>
    /// <returns>The gap that ends now, if there was one.</returns>
    public Task<TimeSpan?> BeatAsync(CancellationToken cancel) => store.WriteAloneAsync(
        "heartbeat",
        async (db, stop) =>
        {
            var now = time.GetUtcNow();
            var fact = await db.Facts.FirstOrDefaultAsync(f => f.Connection == "" && f.Name == Name, stop);
            TimeSpan? gap = null;
            if (fact is null)
            {
                db.Facts.Add(new PlatformFact { Connection = "", Name = Name, Value = Written(now) });
            }
            else
            {
                var before = DateTimeOffset.Parse(
                    fact.Value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
                fact.Value = Written(now);
                if (now - before >= Noticeable)
                {
                    gap = now - before;
                    foreach (var community in await db.Communities.ToListAsync(stop))
                    {
                        await ParticipationLog.AppendAsync(
                            db, community, new DataGap(before, now, "offline"), LogContext.Of("live", now, now), stop);
                    }
                }
            }

            await db.SaveChangesAsync(stop);
            return gap;
        },
        cancel);

    /// <summary>Where the clock can be set, a silence may be no time at all.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!platforms.Connections.Values.Any(connection => connection.Real)) return;
        using var timer = new PeriodicTimer(Beat);
        do
        {
            try
            {
                if (await BeatAsync(stoppingToken) is { } gap) logger.WasAway(gap);
            }
#pragma warning disable CA1031 // A moment's trouble of the store is a gap, too, if it lasts.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.NotNoted(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static string Written(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}
