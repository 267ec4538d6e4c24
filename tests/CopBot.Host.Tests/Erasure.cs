using System.Text;
using CopBot.Testing.Stories;
using Microsoft.Data.Sqlite;

namespace CopBot.Host.Tests;

/// <summary>Erasing a member leaves no trace in the database file, byte by byte, and the log still holds.</summary>
public sealed class Erasure
{
    private const string Answer = "Quetzal answer that only the erased member ever wrote";

    [Fact]
    public async Task an_erased_member_leaves_no_trace_and_the_log_holds()
    {
        await using var stage = await AcrossStage.OpenAsync(expert: "Zebulon Quartermain");
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync("How do we choose outcome indicators?");
        var request = await stage.Expert.SeesAsync("outcome indicators", "answer");
        await stage.Expert.FillAsync(request, "answer", Answer);
        var answer = await stage.Asker.SeesAsync(Answer, "helped");
        await stage.Asker.PressAsync(answer, "helped");
        await stage.Expert.SeesAsync("helped. Thank you");

        await stage.Expert.TellAsync("delete me for good");
        await stage.Expert.SeesAsync("Everything about you is deleted");
        await stage.Asker.SeesAsync("a former member answers");
        await stage.Bot.SettleAsync();
        (await stage.Asker.CountsAsync(Answer)).ShouldBe(0);

        await stage.Bot.VerifyLogAsync();
        await VacuumAsync(stage.Bot.DatabaseFile);
        var files = Directory.EnumerateFiles(Path.GetDirectoryName(stage.Bot.DatabaseFile)!, "*.db*");
        foreach (var file in files.Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var content = await ReadAsync(file);
            foreach (var trace in new[] { stage.Expert.Name, "Quartermain", "29:00000001", Answer, "Quetzal" })
            {
                Contains(content, trace).ShouldBeFalse($"{trace} is still in {Path.GetFileName(file)}");
            }
        }
    }

    [Fact]
    public async Task the_search_itself_finds_what_is_there()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Bot.SettleAsync();
        await VacuumAsync(stage.Bot.DatabaseFile);
        Contains(await ReadAsync(stage.Bot.DatabaseFile), stage.Expert.Name).ShouldBeTrue();
    }

    private static async Task VacuumAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(
            file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static bool Contains(byte[] content, string words) =>
        content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
}
