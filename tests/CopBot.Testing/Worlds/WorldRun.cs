using CopBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Testing.Worlds;

/// <summary>Plays worlds until so many conversations were had, and reports the first fault of each.</summary>
public static class WorldRun
{
    private const int StepsAWorld = 150;

    /// <summary>Plays one world.</summary>
    /// <returns>How many questions were asked, how many steps taken, and what broke a law.</returns>
    public static async Task<(int Conversations, int Steps, IReadOnlyList<string> Faults)> PlayAsync(int seed)
    {
        await using var world = await World.OpenAsync();
        var play = new WorldPlay(world, seed);
        var laws = new WorldLaws(world);
        await play.PrepareAsync(_ => ClaimCodeAsync(world));
        var steps = 0;
        for (; steps < StepsAWorld && laws.Faults.Count == 0; steps++)
        {
            var said = await play.StepAsync();
            await laws.CheckAsync(play.Last, said);
        }

        await laws.CheckExportAsync();
        return (play.Asked, steps, [.. laws.Faults.Select(fault => $"seed {seed}, step {steps}: {fault}")]);
    }

    internal static Task<string> ClaimCodeAsync(World world) => world.Store.WriteAsync(
        async (db, cancel) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var community = await db.Communities.SingleAsync(cancel);
            var (code, record) = Codes.New(Guid.CreateVersion7(now), community.Id, CodePurpose.Claim, null, now);
            db.Codes.Add(record);
            await db.SaveChangesAsync(cancel);
            return code;
        },
        CancellationToken.None);
}
