using System.Security.Cryptography;
using System.Text;
using CopBot.Diagnostics;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CopBot.Features.Participation;

/// <summary>Numbers and chains committed entries of the log, in the order of their commits, within a second.</summary>
internal sealed class Sealer(IStore store, WakeUps wakeUps, WorkerThreads threads, ILogger<Sealer> logger)
    : BackgroundService
{
    private const int AtOnce = 500;
    /// <summary>What is committed meanwhile is sealed together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>SHA-256(previous ‖ core ‖ attributes hash). The first entry's previous hash is 32 zero bytes.</summary>
    public static byte[] Chain(byte[] previous, string core, byte[] attributesHash) =>
        SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(core), .. attributesHash]);

    /// <returns>How many were sealed in the community with the most; another host may be at one.</returns>
    public async Task<int> SealAsync(CancellationToken cancel)
    {
        var communities = await store.ReadAsync(
            (db, token) => db.Log.Where(e => e.Sequence == null).Select(e => e.CommunityId).Distinct()
                .ToListAsync(token),
            cancel);
        var most = 0;
        foreach (var community in communities)
        {
            most = Math.Max(most, await store.WriteAloneAsync(
                $"seal {community}", (db, token) => SealUnitAsync(db, community, token), cancel));
        }

        return most;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        threads.RunAsync(() => WorkAsync(stoppingToken), stoppingToken);

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var sealedNow = 0;
            try
            {
                sealedNow = await SealAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The sealer must outlive a moment's trouble of the store.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.SealFailed(failure);
            }

            if (sealedNow == AtOnce) continue;
            await wakeUps.SealerAsync(Poll, stoppingToken);
            await Task.Delay(Gathering, stoppingToken);
        }
    }

    private static async Task<int> SealUnitAsync(CopBotDbContext db, Guid community, CancellationToken cancel)
    {
        var open = await db.Log.Where(e => e.CommunityId == community && e.Sequence == null)
            .OrderBy(e => e.Row).Take(AtOnce).ToListAsync(cancel);
        var last = await db.Log.Where(e => e.CommunityId == community && e.Sequence != null)
            .OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancel);
        var previous = last?.Hash ?? new byte[32];
        var sequence = last?.Sequence ?? 0;
        foreach (var entry in open)
        {
            entry.Sequence = ++sequence;
            entry.Hash = previous = Chain(previous, entry.Core, entry.AttributesHash);
        }

        await db.SaveChangesAsync(cancel);
        return open.Count;
    }
}
