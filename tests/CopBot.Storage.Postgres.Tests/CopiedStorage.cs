using CopBot.Pipeline;
using CopBot.Storage.Sqlite;
using CopBot.Testing.Engines;
using CopBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Postgres.Tests;

/// <summary>A community that outgrew its file moves to a server with everything it has, and goes on there.</summary>
public sealed class CopiedStorage : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-copied-").FullName;
    private readonly string _name = $"copied_{Guid.NewGuid():N}";
    private readonly WakeUps _wakeUps = new();
    private string _server = "";

    private string File => Path.Combine(_folder, "copbot.db");

    public async ValueTask InitializeAsync()
    {
        _server = await TestEngine.CreateAsync(_name);
        await using var file = new SqliteStore(File);
        await Sample.FillAsync(file);
    }

    public async ValueTask DisposeAsync()
    {
        _wakeUps.Dispose();
        await TestEngine.DropNamedAsync(_name);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task everything_arrives_and_what_waited_is_worked_off()
    {
        var (exit, said) = await CopyAsync($"Data Source={File}", _server);
        exit.ShouldBe(0, said);
        said.ShouldContain("agree");
        await using var file = new SqliteStore(File);
        await using var server = new PostgresStore(_server, _wakeUps);
        (await Sample.TextAsync(server)).ShouldBe(await Sample.TextAsync(file));

        var lanes = new List<string>();
        while (await server.ClaimAsync(Queue.Inbox, Sample.Now, CancellationToken.None) is { } claim) lanes.Add(claim.Lane);
        lanes.ShouldBe(["waits in the inbox", "waits in the intake file"]);
        (await server.ClaimAsync(Queue.Outbox, Sample.Now, CancellationToken.None))!.Lane.ShouldBe("waits to go out");
        await server.AcceptAsync(Sample.ArrivalIn("new"), CancellationToken.None);
        (await server.ClaimAsync(Queue.Inbox, Sample.Now, CancellationToken.None))!.Lane.ShouldBe("new");
    }

    [Fact]
    public async Task it_moves_back_just_as_well()
    {
        (await CopyAsync($"Data Source={File}", _server)).Exit.ShouldBe(0);
        var back = Path.Combine(_folder, "back.db");
        (await CopyAsync(_server, $"Data Source={back}")).Exit.ShouldBe(0);
        await using var file = new SqliteStore(File);
        await using var copy = new SqliteStore(back);
        (await Sample.TextAsync(copy)).ShouldBe(await Sample.TextAsync(file));
    }

    [Fact]
    public async Task a_target_that_holds_something_is_left_alone()
    {
        (await CopyAsync($"Data Source={File}", _server)).Exit.ShouldBe(0);
        var (exit, said) = await CopyAsync($"Data Source={File}", _server);
        exit.ShouldBe(2);
        said.ShouldContain("holds a community already");
    }

    [Fact]
    public async Task a_log_that_does_not_hold_is_not_copied()
    {
        await using (var file = new SqliteStore(File))
        {
            await file.WriteAsync(
                (db, cancel) => db.Log.Where(e => e.Sequence == 2).ExecuteUpdateAsync(
                    set => set.SetProperty(e => e.Core, "{}"), cancel),
                CancellationToken.None);
        }

        var (exit, said) = await CopyAsync($"Data Source={File}", _server);
        exit.ShouldBe(2);
        said.ShouldContain("Entry 2 does not match its hash");
        await using var server = new PostgresStore(_server, _wakeUps);
        await using var db = await server.OpenAsync(CancellationToken.None);
        (await db.Communities.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task nothing_is_copied_from_or_to_under_a_running_bot()
    {
        await using (new SqliteStore(File))
        {
            (await CopyAsync($"Data Source={File}", _server)).Said.ShouldContain("in use by another running CopBot");
        }

        await using var host = new PostgresStore(_server, _wakeUps);
        await host.ClaimAsync(Queue.Inbox, Sample.Now, CancellationToken.None);
        (await CopyAsync($"Data Source={File}", _server)).Said.ShouldContain("Stop them first");
    }

    [Theory]
    [InlineData("nowhere.db", "Host=127.0.0.1;Database=x", "there is no file nowhere.db")]
    [InlineData("Data Source=", "Host=127.0.0.1", "--from names no file")]
    [InlineData("Data Source=", "Host=127.0.0.1", "--to names no host or no database")]
    public async Task a_wrong_address_is_named_with_its_option(string from, string to, string mend)
    {
        var source = from.Contains('=', StringComparison.Ordinal) ? from : $"Data Source={from}";
        var (exit, said) = await CopyAsync(source, to);
        exit.ShouldBe(2);
        said.ShouldContain(mend);
    }

    private Task<(int Exit, string Said)> CopyAsync(string from, string to) =>
        new ShippedProgram(_folder).RunAsync("storage", "copy", "--from", from, "--to", to);
}
