using System.CommandLine;
using CopBot.Host.Composition;
using CopBot.Pipeline;
using CopBot.Storage;
using CopBot.Storage.Postgres;
using CopBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Spectre.Console;

namespace CopBot.Host.CommandLine;

/// <summary><c>storage copy</c>: moves everything to another database, of another engine for instance.</summary>
internal static class StorageCommand
{
    public static Command Command => new("storage", "The database.") { Copy };

    private static Command Copy
    {
        get
        {
            var from = new Option<string>("--from")
            {
                Description = "The connection string of the database to copy: “Data Source=data/copbot.db”.", Required = true,
            };
            var to = new Option<string>("--to")
            {
                Description = "The connection string of an empty one: “Host=…;Database=copbot;Username=copbot;Password=…”.",
                Required = true,
            };
            var command = new Command("copy", "Copy everything, while no bot runs, and prove that it arrived.") { from, to };
            command.SetAction((result, cancel) =>
                CopyAsync(result.GetRequiredValue(from), result.GetRequiredValue(to), cancel));
            return command;
        }
    }

    private static async Task<int> CopyAsync(string from, string to, CancellationToken cancel)
    {
        var faults = FaultsOf("--from", from).Concat(FaultsOf("--to", to)).ToList();
        if (faults.Count == 0 && !IsServer(from) && !File.Exists(FileIn(from))) faults.Add($"--from: there is no file {FileIn(from)}.");
        if (faults.Count > 0) throw new SettingsException(faults);
        using var wakeUps = new WakeUps();
        var source = Open(from, wakeUps);
        await using var sourceLife = (IAsyncDisposable)source;
        var target = Open(to, wakeUps);
        await using var targetLife = (IAsyncDisposable)target;
        try
        {
            await AloneAsync(source, "--from", cancel);
            await AloneAsync(target, "--to", cancel);
            await source.MigrateAsync(cancel);
            await target.MigrateAsync(cancel);
            if (source is SqliteStore file) await file.SettleArrivalsAsync();
            var rows = await WithProgressAsync(source, target, cancel);
            AnsiConsole.MarkupLineInterpolated($"{rows} rows copied; their counts and the heads of all logs agree.");
            AnsiConsole.WriteLine("Now set Database:Provider and ConnectionStrings:CopBot, and start the bot.");
            return 0;
        }
        catch (InvalidDataException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 2;
        }
    }

    private static Task<long> WithProgressAsync(
        IStore source, IStore target, CancellationToken cancel) => AnsiConsole.Progress()
        .Columns(
            new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            var bars = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
            var progress = new Told(step =>
            {
                if (!bars.TryGetValue(step.Table, out var bar)) bars[step.Table] = bar = context.AddTask(step.Table);
                bar.MaxValue = Math.Max(1, step.All);
                bar.Value = step.Done;
            });
            await using var from = await source.OpenAsync(cancel);
            return await target.WriteAsync(
                async (to, token) =>
                {
                    var rows = await StorageCopy.RunAsync(from, to, progress, token);
                    if (target is PostgresStore) await Numbering.ContinueAsync(to, token);
                    return rows;
                },
                cancel);
        });

    private static async Task AloneAsync(IStore store, string option, CancellationToken cancel)
    {
        if (store is PostgresStore server && await server.OthersAsync(cancel) is > 0 and var hosts)
        {
            throw new SettingsException([$"{option}: bots that run have that database open ({hosts}). Stop them first."]);
        }
    }

    private static IStore Open(string connection, WakeUps wakeUps) =>
        IsServer(connection) ? new PostgresStore(connection, wakeUps) : new SqliteStore(FileIn(connection));

    private static bool IsServer(string connection) =>
        connection.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        || connection.Contains("Server=", StringComparison.OrdinalIgnoreCase);

    private static string FileIn(string connection) => new SqliteConnectionStringBuilder(connection).DataSource;

    private static IEnumerable<string> FaultsOf(string option, string connection) =>
        (IsServer(connection) ? DatabaseSettings.ServerFaults(connection) : DatabaseSettings.FileFaults(connection))
        .Select(fault => fault.Replace("ConnectionStrings:CopBot", option, StringComparison.Ordinal));

    /// <summary>Tells at once: what is told later comes when the display is over.</summary>
    private sealed class Told(Action<CopyProgress> tell) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value) => tell(value);
    }
}
