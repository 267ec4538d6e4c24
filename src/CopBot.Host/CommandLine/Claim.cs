using System.CommandLine;
using CopBot.Chat;
using CopBot.Domain;
using CopBot.Host.Composition;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.CommandLine;

/// <summary><c>claim</c>: prints a code that makes whoever sends it to the bot coordinator.</summary>
internal static class Claim
{
    public static Command Command
    {
        get
        {
            var community = new Option<string?>("--community") { Description = "The community's name in the settings." };
            var command = new Command("claim", "Print a one-time code that makes its sender coordinator.") { community };
            command.SetAction((result, cancel) => RunAsync(result.GetValue(community), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(string? community, CancellationToken cancel)
    {
        await using var app = WebHost.BuildOffline();
        var store = app.Services.GetRequiredService<IStore>();
        await store.MigrateAsync(cancel);
        await app.Services.GetRequiredService<CommunitySetup>().RunAsync(cancel);
        var name = app.Services.GetRequiredService<CommunitySettings>().Resolve(community);
        var clock = app.Services.GetRequiredService<SecurityClock>();
        var code = await store.WriteAsync(
            async (db, token) =>
            {
                var row = await db.Communities.FirstOrDefaultAsync(c => c.Name == name, token)
                    ?? throw new SettingsException([$"There is no community “{name}” in the settings."]);
                var (words, record) = Codes.New(
                    Guid.CreateVersion7(clock.Now), row.Id, CodePurpose.Claim, memberId: null, clock.Now);
                db.Codes.Add(record);
                await db.SaveChangesAsync(token);
                return words;
            },
            cancel);
        Console.WriteLine($"Within {Codes.Life.TotalMinutes} minutes, write to the bot in a direct chat:");
        Console.WriteLine($"  claim {code}");
        return 0;
    }
}
