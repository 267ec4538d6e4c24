using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Pipeline;
using CopBot.Testing.Fakes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CopBot.Testing.Platforms;

/// <summary>What every platform's messages must get over: it is out of order for hours.</summary>
public abstract class OutageCompliance
{
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    [Theory]
    [InlineData(TroubleKind.BadGateway)]
    [InlineData(TroubleKind.Unavailable)]
    public async Task errors_for_hours_delay_a_message_and_lose_nothing(TroubleKind kind)
    {
        await using var bench = await OpenAsync(_clock);
        var words = bench.Fresh("Patience");
        var row = await AddAsync(bench, words);
        for (var time = 0; time < 40; time++)
        {
            bench.Fail(kind);
            (await AttemptAsync(bench, row)).State.ShouldBe(RowState.Pending, $"after {time + 1} errors");
        }

        (await AttemptAsync(bench, row)).State.ShouldBe(RowState.Done);
        (await bench.Person.CountsAsync(words)).ShouldBe(1);
    }

    [Fact]
    public async Task silence_is_asked_again_a_few_times_or_looked_behind()
    {
        await using var bench = await OpenAsync(_clock);
        var words = bench.Fresh("Silence");
        var row = await AddAsync(bench, words);
        var last = RowState.Pending;
        for (var time = 0; time < 40 && last == RowState.Pending; time++)
        {
            bench.Fail(TroubleKind.DoneButReset);
            last = (await AttemptAsync(bench, row)).State;
        }

        var copies = await bench.Person.CountsAsync(words);
        if (bench.Platform.Capabilities.FindsOwnMessages) (last, copies).ShouldBe((RowState.Done, 1));
        else (last, copies).ShouldBe((RowState.Dead, 9));
    }

    [Fact]
    public async Task one_silence_after_many_errors_is_not_the_end()
    {
        await using var bench = await OpenAsync(_clock);
        var row = await AddAsync(bench, bench.Fresh("Patience"));
        for (var time = 0; time < 20; time++)
        {
            bench.Fail(TroubleKind.BadGateway);
            await AttemptAsync(bench, row);
        }

        bench.Fail(TroubleKind.Reset);
        (await AttemptAsync(bench, row)).State.ShouldBe(RowState.Pending);
        (await AttemptAsync(bench, row)).State.ShouldBe(RowState.Done);
    }

    [Fact]
    public async Task a_dead_letter_in_doubt_is_looked_for_before_it_is_sent_again()
    {
        await using var bench = await OpenAsync(_clock);
        var words = bench.Fresh("Doubt");
        var row = await AddAsync(bench, words);
        bench.Fail(TroubleKind.DoneButReset);
        await AttemptAsync(bench, row);
        var receipts = bench.Bot.Services.GetRequiredService<Receipts>();
        await receipts.DieAsync(row, "Given up.", CancellationToken.None, inDoubt: true);
        (await DeadLetter.RetryAsync(bench.Bot.Store, $"out-{row}", new(_clock), CancellationToken.None)).ShouldBeTrue();
        while ((await AttemptAsync(bench, row)).State == RowState.Pending)
        {
        }

        (await bench.Person.CountsAsync(words)).ShouldBe(bench.Platform.Capabilities.FindsOwnMessages ? 1 : 2);
    }

    protected abstract Task<RemoteBench> OpenAsync(TimeProvider clock);

    /// <summary>The bot's own worker is gone: this test sends.</summary>
    private async Task<long> AddAsync(RemoteBench bench, string words)
    {
        var worker = bench.Bot.Services.GetServices<IHostedService>().OfType<OutboxWorker>().Single();
        await worker.StopAsync(CancellationToken.None);
        var post = new Post(bench.Channel, null, Card.Saying(words));
        var row = new OutboxRow
        {
            EffectId = Guid.NewGuid(), Lane = post.Conversation, Effect = Payload.Of(post), NotBefore = _clock.GetUtcNow(),
        };
        await bench.Bot.Store.WriteAsync(
            async (db, cancel) =>
            {
                db.Outbox.Add(row);
                return await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);
        return row.Id;
    }

    /// <summary>As its worker would when it is due, some time later.</summary>
    private async Task<OutboxRow> AttemptAsync(RemoteBench bench, long id)
    {
        var sender = bench.Bot.Services.GetRequiredService<Sender>();
        await sender.SendAsync(id, () => { }, CancellationToken.None);
        var row = await bench.Bot.Store.ReadAsync(
            (db, cancel) => db.Outbox.AsNoTracking().SingleAsync(r => r.Id == id, cancel), CancellationToken.None);
        if (row.State != RowState.Pending) return row;
        (row.NotBefore - _clock.GetUtcNow()).ShouldBeInRange(TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(23));
        _clock.SetUtcNow(row.NotBefore);
        return row;
    }
}
