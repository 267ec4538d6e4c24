using System.Security.Cryptography;
using CopBot.Chat;
using CopBot.Domain.Events;
using CopBot.Evaluation.Records;
using CopBot.Features.Evaluating;
using CopBot.Host.Composition;
using CopBot.Host.Evaluating;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.CommandLine;

/// <summary>
/// What a community's own log tells, to compute it again elsewhere: of everybody, so under names that are thrown away;
/// and the log keeps that it was written out.
/// </summary>
internal static class LoggedExchange
{
    public static async Task<Exchange> ReadAsync(string name, CancellationToken cancel)
    {
        await using var app = WebHost.BuildOffline();
        var store = await ExistingDatabase.OpenAsync(app, cancel);
        await using var db = await store.OpenAsync(cancel);
        var community = await db.Communities.AsNoTracking().FirstOrDefaultAsync(c => c.Name == name, cancel)
            ?? throw new SettingsException([$"There is no community “{name}” in the database."]);
        var history = await HistoryReader.ReadAsync(db, community, null, cancel);
        var clock = app.Services.GetRequiredService<SecurityClock>();
        await ParticipationLog.AppendAsync(
            store, community.Id, new DataExported("verify", history.Exchange.Members.Count, history.Head, By: null),
            clock.Now, cancel);
        return StudyExport.Renamed(history.Exchange, RandomNumberGenerator.GetBytes(32));
    }
}
