using CopBot.Features.Evaluating;
using CopBot.Host.Evaluating;
using CopBot.Testing.Engines;
using CopBot.Testing.Evaluation;
using CopBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Tests;

/// <summary>What happened before the bot came is added to the log once, and marked.</summary>
public sealed class Importing : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copbot-import-");

    [Fact]
    public async Task a_history_from_files_is_sealed_marked_and_measured_as_it_was()
    {
        var exchange = new SyntheticCommunity(40, 120, 300, seed: 7).Exchange;
        VerificationFolder.Write(_folder, new(exchange, null, null, null));
        await using (await BotHost.StartAsync(folder: _folder.FullName))
        {
        }

        var (exit, said) = await ImportAsync("2024-01-15");
        exit.ShouldBe(0, said);
        said.ShouldContain("0 stood there already");
        (await ImportAsync("2024-01-15")).Said.ShouldContain("0 entries added");

        await using var bot = await BotHost.StartAsync(folder: _folder.FullName);
        for (var tries = 0; tries < 400 && await UnsealedAsync(bot); tries++) await Task.Delay(25);
        await using var db = await bot.OpenAsync();
        var entries = await db.Log.Where(entry => entry.Core.Contains("\"source_ref\":\"mailing list archive\"")).ToListAsync();
        entries.Count.ShouldBeGreaterThan(exchange.Members.Count + exchange.Questions.Count + exchange.Answers.Count);
        entries.ShouldAllBe(entry => entry.Sequence != null && entry.Core.Contains("\"source\":\"import\""));
        var community = await db.Communities.OrderBy(c => c.Name).FirstAsync();
        var history = await HistoryReader.ReadAsync(db, community, null, CancellationToken.None);
        history.Start.ShouldBe(new DateTimeOffset(2024, 1, 15, 0, 0, 0, TimeSpan.Zero));
        history.Exchange.Members.Count.ShouldBe(exchange.Members.Count);
        history.Exchange.Questions.Count.ShouldBe(exchange.Questions.Count);
        history.Exchange.Answers.Count.ShouldBe(exchange.Answers.Count);
        history.Exchange.Answers.Count(answer => answer.Accepted).ShouldBe(exchange.Answers.Count(answer => answer.Accepted));
        history.AgreedToResearch.ShouldAllBe(agreed => !agreed, "nobody was asked then");
    }

    [Theory]
    [InlineData("yesterday", "Write a day as 2019-01-15")]
    [InlineData("2999-01-01", "which is still to come")]
    public async Task a_wrong_start_is_named(string start, string mend)
    {
        VerificationFolder.Write(_folder, new(new SyntheticCommunity(10, 20, 300, seed: 7).Exchange, null, null, null));
        var (exit, said) = await ImportAsync(start);
        exit.ShouldBe(2);
        said.ShouldContain(mend);
    }

    public async ValueTask DisposeAsync()
    {
        await TestEngine.DropAsync(_folder.FullName);
        _folder.Delete(recursive: true);
    }

    private static async Task<bool> UnsealedAsync(BotHost bot)
    {
        await using var db = await bot.OpenAsync();
        return await db.Log.AnyAsync(entry => entry.Sequence == null);
    }

    private Task<(int Exit, string Said)> ImportAsync(string start)
    {
        string Of(string name) => Path.Combine(_folder.FullName, name);
        var program = new ShippedProgram(_folder.FullName) { Settings = { ["DOTNET_ENVIRONMENT"] = "Development" } };
        if (TestEngine.IsPostgres && File.Exists(Of(".database")))
        {
            program.Settings["DOTNET_ENVIRONMENT"] = "Production"; // the Playground’s own database is a file
            program.Settings["Database:Provider"] = "Postgres";
            program.Settings["ConnectionStrings:CopBot"] = TestEngine.ConnectionStringOf(_folder.FullName);
        }

        return program.RunAsync(
            "log", "import", "--members", Of("members.csv"), "--questions", Of("questions.csv"), "--answers", Of("answers.csv"),
            "--start", start, "--source", "mailing list archive");
    }
}
