using System.Diagnostics;
using CopBot.Testing.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Sqlite.Tests;

/// <summary>A process that is killed while it migrates leaves a database that the next one can use.</summary>
public sealed class KilledMigration
{
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(25)]
    [InlineData(40)]
    [InlineData(80)]
    public async Task the_next_start_goes_on_where_a_kill_stopped_it(int milliseconds)
    {
        var folder = Directory.CreateTempSubdirectory("copbot-killed-").FullName;
        var file = Path.Combine(folder, "data", "playground.db");
        try
        {
            await KillAfterAsync(folder, file, milliseconds);
            await using var store = new SqliteStore(file);
            await store.MigrateAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
            await using var db = await store.OpenAsync(CancellationToken.None);
            (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
            foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).Distinct())
            {
#pragma warning disable EF1002 // The names come from the model.
                await db.Database.ExecuteSqlRawAsync($"SELECT * FROM \"{table}\" LIMIT 1");
#pragma warning restore EF1002
            }

            await SoundAsync(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Starts the bot on an empty folder and kills it so long after its database came to be.</summary>
    private static async Task KillAfterAsync(string folder, string file, int milliseconds)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in new[]
        {
            Path.Combine(AppContext.BaseDirectory, "CopBot.Host.dll"), "--environment=Development",
            $"--contentRoot={folder}", $"--urls=http://127.0.0.1:{FreePort.Find()}",
        })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(60);
        while (!File.Exists(file))
        {
            process.HasExited.ShouldBeFalse("the bot ended by itself");
            TimeProvider.System.GetUtcNow().ShouldBeLessThan(deadline, "no database came to be");
            await Task.Delay(1);
        }

        await Task.Delay(milliseconds);
        process.Kill();
        await process.WaitForExitAsync();
    }

    private static async Task SoundAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        ((string)(await command.ExecuteScalarAsync())!).ShouldBe("ok");
    }
}
