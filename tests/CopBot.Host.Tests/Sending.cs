using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Pipeline;
using CopBot.Storage;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Host.Tests;

/// <summary>What is written down of a message while it is sent.</summary>
public sealed class Sending
{
    [Fact]
    public async Task what_is_stopped_before_its_request_leaves_was_not_tried()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = await BotHost.StartAsync(slack.Settings());
        var id = await AddAsync(bot, slack);
        var sender = bot.Services.GetRequiredService<Sender>();
        var sending = sender.SendAsync(id, () => { }, new CancellationToken(canceled: true));
        await Should.ThrowAsync<OperationCanceledException>(sending);
        var row = await ReadAsync(bot, id);
        (row.State, row.SendingSince, row.Attempts).ShouldBe((RowState.Pending, null, 0));
    }

    [Fact]
    public async Task what_is_sent_leaves_neither_its_words_nor_its_mark()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = await BotHost.StartAsync(slack.Settings());
        var (id, isAway) = (await AddAsync(bot, slack), false);
        await bot.Services.GetRequiredService<Sender>().SendAsync(id, () => isAway = true, CancellationToken.None);
        isAway.ShouldBeTrue();
        slack.All().Count(message => message.Text.Contains("Good morning", StringComparison.Ordinal)).ShouldBe(1);
        var row = await ReadAsync(bot, id);
        (row.State, row.Effect, row.Lane, row.SendingSince, row.Attempts).ShouldBe((RowState.Done, null, "", null, 1));
    }

    /// <summary>The bot's own workers pass it over until tomorrow.</summary>
    private static async Task<long> AddAsync(BotHost bot, FakeSlack slack)
    {
        var message = new DirectMessage(new("slack/main", slack.AddUser("Ama").Id), Card.Saying("Good morning"));
        var row = new OutboxRow
        {
            EffectId = Guid.NewGuid(), Lane = message.Conversation, Effect = Payload.Of(message),
            NotBefore = TimeProvider.System.GetUtcNow().AddDays(1),
        };
        await bot.Store.WriteAsync(
            async (db, cancel) =>
            {
                db.Outbox.Add(row);
                await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);
        return row.Id;
    }

    private static Task<OutboxRow> ReadAsync(BotHost bot, long id) => bot.Store.ReadAsync(
        (db, cancel) => db.Outbox.AsNoTracking().SingleAsync(row => row.Id == id, cancel), CancellationToken.None);
}
