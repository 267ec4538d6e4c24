using CopBot.Host.Composition;
using CopBot.Storage;

namespace CopBot.Host.CommandLine;

/// <summary>A database that is looked at is never made by looking.</summary>
internal static class ExistingDatabase
{
    /// <exception cref="SettingsException">There is none.</exception>
    public static async Task<IStore> OpenAsync(WebApplication app, CancellationToken cancel)
    {
        var database = app.Services.GetRequiredService<Settings>().Database;
        if (database is { Provider: Engine.Sqlite, Where: var file } && !File.Exists(file))
        {
            throw new SettingsException([$"There is no database {file}. Call this in the folder of the bot's data, or set ConnectionStrings:CopBot."]);
        }

        var store = app.Services.GetRequiredService<IStore>();
        await store.MigrateAsync(cancel);
        return store;
    }
}
