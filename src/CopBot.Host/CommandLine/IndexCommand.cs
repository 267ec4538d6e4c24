using System.CommandLine;
using CopBot.Host.Composition;
using CopBot.Pipeline.Knowing;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace CopBot.Host.CommandLine;

/// <summary><c>index rebuild</c>: builds what searches use from the database again.</summary>
internal static class IndexCommand
{
    public static Command Command => new("index", "What the communities know, ready to be searched.") { Rebuild };

    private static Command Rebuild
    {
        get
        {
            var command = new Command("rebuild", "Build it from the database again; a bot that runs does it itself.");
            command.SetAction((_, cancel) => RebuildAsync(cancel));
            return command;
        }
    }

    private static async Task<int> RebuildAsync(CancellationToken cancel)
    {
        await using var app = WebHost.BuildOffline();
        if (IndexRoom.AskRunning(app.Services.GetRequiredService<Settings>().IndexFolder) is > 0 and var running)
        {
            AnsiConsole.WriteLine($"Asked running bots: {running}. Each builds its indexes again within seconds; its log says when it is done.");
            return 0;
        }

        var store = await ExistingDatabase.OpenAsync(app, cancel);
        var indexes = app.Services.GetRequiredService<KnowledgeIndexes>();
        await using var db = await store.OpenAsync(cancel);
        foreach (var community in await db.Communities.AsNoTracking().OrderBy(c => c.Name).ToListAsync(cancel))
        {
            var items = await AnsiConsole.Status().StartAsync($"{community.Name}: 0 items", status => indexes.RebuildAsync(
                db, community, new Told(count => status.Status($"{community.Name}: {count} items")), cancel));
            AnsiConsole.MarkupLineInterpolated($"{community.Name}: {items} items.");
        }

        return 0;
    }

    /// <summary>At once, on the thread that tells; the framework's own would tell later.</summary>
    private sealed class Told(Action<int> say) : IProgress<int>
    {
        public void Report(int value) => say(value);
    }
}
