using System.Security.Cryptography;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>Brings the communities and connections of the settings into the store, at every start.</summary>
internal sealed class CommunitySetup(
    IStore store, CommunitySettings settings, Platforms platforms, Registry registry, TimeProvider time)
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(50);

    /// <summary>One host after the other, where several start at once.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!await IsDoneAsync(cancel)) await Task.Delay(Wait, cancel);
    }

    private async Task<bool> IsDoneAsync(CancellationToken cancel)
    {
        try
        {
            return await store.WriteAloneAsync("setup", SetUpAsync, cancel);
        }
        catch (ConflictException)
        {
            // A turn of a host that runs already changed the same.
            return false;
        }
    }

    private async Task<bool> SetUpAsync(CopBotDbContext db, CancellationToken cancel)
    {
        foreach (var (name, options) in settings.All) await CommunityAsync(db, name, options, cancel);
        await db.SaveChangesAsync(cancel);
        foreach (var connection in platforms.Connections.Values)
        {
            var name = settings.Resolve(connection.Community);
            var community = await db.Communities.SingleAsync(c => c.Name == name, cancel);
            var row = await db.Connections.FindAsync([connection.Name], cancel);
            if (row is null)
            {
                db.Connections.Add(new Connection { Name = connection.Name, CommunityId = community.Id });
            }
            else
            {
                row.CommunityId = community.Id;
                row.LostAt = null;
            }
        }

        foreach (var community in await db.Communities.ToListAsync(cancel)) await RecurAsync(db, community, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Timers that recur are planned by the settings of today; one that is overdue still comes.</summary>
    private async Task RecurAsync(CopBotDbContext db, Community community, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var timer in registry.Features.SelectMany(f => f.Timers).Where(t => t.Recurs is not null))
        {
            var planned = await db.Timers
                .Where(t => t.Kind == timer.Kind && t.CommunityId == community.Id).ToListAsync(cancel);
            if (planned.Exists(t => t.DueAt <= now)) continue;
            db.Timers.RemoveRange(planned);
            if (timer.Recurs!(community, now) is not { } next) continue;
            db.Timers.Add(new TimerRow
            {
                Kind = timer.Kind, CommunityId = community.Id, SubjectId = community.Id, DueAt = next,
            });
        }
    }

    private async Task CommunityAsync(
        CopBotDbContext db, string name, CommunityOptions options, CancellationToken cancel)
    {
        var community = await db.Communities.FirstOrDefaultAsync(c => c.Name == name, cancel);
        if (community is null)
        {
            community = new Community
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                Name = name,
                Title = options.Title,
                Languages = [],
                TimeZone = options.TimeZone,
                LogKey = RandomNumberGenerator.GetBytes(32),
            };
            db.Communities.Add(community);
            var now = time.GetUtcNow();
            var context = LogContext.Of("manual", now, now);
            await ParticipationLog.AppendAsync(db, community, new CommunityCreated(community), context, cancel);
        }

        community.Title = options.Title;
        community.Languages = options.Languages.Count == 0 ? ["en"] : [.. options.Languages];
        community.TimeZone = options.TimeZone;
        community.Mirror = options.Mirror;
        community.InstantAnswers = options.InstantAnswers;
        community.DigestSchedule = options.DigestSchedule;
        community.ForgetAfterMonths = options.ForgetAfterMonths;
        community.DigestPostsAfterHours = options.DigestPostsAfterHours;
        community.FollowUpAfterDays = options.FollowUpAfterDays;
        community.EscalateAfterHours = options.EscalateAfterHours;
    }
}
