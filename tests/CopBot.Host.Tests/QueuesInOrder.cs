using System.Text;
using CopBot.Chat;
using CopBot.Pipeline;
using CopBot.Storage.Sqlite;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CopBot.Host.Tests;

/// <summary>What is done goes from the queues in time; what was given up waits for the administrator.</summary>
public sealed class QueuesInOrder
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task only_what_is_done_and_old_goes()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.Store.WriteAsync(
            async (db, cancel) =>
            {
                foreach (var (days, state) in new[]
                {
                    (9, RowState.Done), (8, RowState.Dead), (7, RowState.Done), (4, RowState.Done), (2, RowState.Done),
                })
                {
                    db.Inbox.Add(In(days, state));
                    db.Outbox.Add(Out(days, state));
                }

                db.Outbox.Add(Out(1, RowState.Done));
                await db.SaveChangesAsync(cancel);
                (await db.Outbox.OrderBy(row => row.Id).FirstAsync(cancel)).DoubtSince = Now.AddDays(-9);
                await db.SaveChangesAsync(cancel);
                return 0;
            },
            CancellationToken.None);
        var cleaner = bot.Services.GetServices<IHostedService>().OfType<Housekeeping>().Single();
        (await cleaner.CleanAsync(CancellationToken.None)).ShouldBe(3 + 2);
        await using var view = await bot.Store.OpenAsync(CancellationToken.None);
        (await view.Inbox.OrderBy(row => row.Id).Select(row => row.State).ToListAsync()).ShouldBe([RowState.Dead, RowState.Done]);
        (await view.Outbox.CountAsync()).ShouldBe(4);
        (await cleaner.CleanAsync(CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task what_is_put_off_keeps_nothing_behind_it()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.Store.WriteAsync(
            async (db, cancel) =>
            {
                db.Outbox.Add(Out(-1, RowState.Pending));
                await db.SaveChangesAsync(cancel);
                db.Outbox.Add(Out(9, RowState.Done));
                await db.SaveChangesAsync(cancel);
                return 0;
            },
            CancellationToken.None);
        var cleaner = bot.Services.GetServices<IHostedService>().OfType<Housekeeping>().Single();
        (await cleaner.CleanAsync(CancellationToken.None)).ShouldBe(1);
        await using var view = await bot.Store.OpenAsync(CancellationToken.None);
        (await view.Outbox.SingleAsync()).State.ShouldBe(RowState.Pending);
    }

    [Fact]
    [Trait("Engine", "Irrelevant")]
    public async Task a_dead_letter_is_listed_shown_tried_again_and_dropped()
    {
        var folder = Directory.CreateTempSubdirectory("copbot-dead-").FullName;
        await using var slack = await FakeSlack.StartAsync();
        var program = new ShippedProgram(folder);
        foreach (var (name, value) in slack.Settings()) program.Settings[name] = value;
        await using (var store = new SqliteStore(Path.Combine(folder, "data", "copbot.db")))
        {
            await store.MigrateAsync(CancellationToken.None);
            await store.WriteAsync(
                async (db, cancel) =>
                {
                    db.Outbox.Add(Dead("Gone: channel_not_found", "C1"));
                    db.Outbox.Add(Dead("Refused: no_text", "C2"));
                    await db.SaveChangesAsync(cancel);
                    return 0;
                },
                CancellationToken.None);
        }

        (await program.RunAsync("deadletters", "list")).Said.ShouldContain("out-1  ");
        (await program.RunAsync("deadletters", "show", "out-1")).Said.ShouldContain("Zebulon's words");
        (await program.RunAsync("deadletters", "drop", "out-2")).Exit.ShouldBe(0);
        (await program.RunAsync("deadletters", "retry", "out-2")).Exit.ShouldBe(2);
        (await program.RunAsync("deadletters", "retry", "all")).Said.ShouldContain("out-1 is tried again");
        (await program.RunAsync("deadletters", "list")).Said.ShouldContain("There are no dead letters.");
        (await program.RunAsync("deadletters", "drop", "all")).Said.ShouldContain("There are no dead letters.");
        await using (await program.ServeAsync(FreePort.Find()))
        {
            while (!slack.Read("C1").Any(message => message.Text.Contains("Zebulon's words", StringComparison.Ordinal)))
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    private static InboxRow In(int days, RowState state) => new()
    {
        Connection = "x", Key = Encoding.UTF8.GetBytes($"{Guid.NewGuid()}"), Lane = "", State = state,
        ReceivedAt = Now.AddDays(-days), NotBefore = Now.AddDays(-days),
    };

    private static OutboxRow Out(int days, RowState state) => new()
    {
        EffectId = Guid.NewGuid(), Lane = "", Effect = null, State = state, NotBefore = Now.AddDays(-days),
    };

    private static OutboxRow Dead(string why, string channel) => new()
    {
        EffectId = Guid.NewGuid(), Lane = $"slack/main:{channel}", State = RowState.Dead, NotBefore = Now, Error = why, Attempts = 3,
        Effect = Payload.Of(new Post(new("slack/main", channel), null, CopBot.Chat.Cards.Card.Saying("Zebulon's words"))),
    };
}
