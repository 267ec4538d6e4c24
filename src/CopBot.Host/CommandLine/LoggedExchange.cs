using CopBot.Evaluation.Records;
using CopBot.Features.Evaluating;
using CopBot.Host.Composition;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.CommandLine;

/// <summary>What a community's own log tells.</summary>
internal static class LoggedExchange
{
    public static async Task<Exchange> ReadAsync(string name, CancellationToken cancel)
    {
        await using var app = WebHost.BuildOffline();
        var store = await ExistingDatabase.OpenAsync(app, cancel);
        await using var db = await store.OpenAsync(cancel);
        var community = await db.Communities.AsNoTracking().FirstOrDefaultAsync(c => c.Name == name, cancel)
            ?? throw new SettingsException([$"There is no community “{name}” in the database."]);
        return (await HistoryReader.ReadAsync(db, community, null, cancel)).Exchange;
    }
}
