using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CopBot.Testing.Storage;

/// <summary>Units of writing: all or nothing each, and nothing of one in another.</summary>
public abstract partial class StorageCompliance
{
    [Fact]
    public async Task a_unit_that_fails_takes_no_other_with_it()
    {
        var units = Enumerable.Range(0, 40).Select(i => Store.WriteAsync(
            async (db, cancel) =>
            {
                db.Communities.Add(CommunityOf($"c{i}"));
                await db.SaveChangesAsync(cancel);
                if (i % 4 == 0) throw new InvalidOperationException("on purpose");
            },
            CancellationToken.None)).ToList();
        foreach (var (unit, i) in units.Select((unit, i) => (unit, i)))
        {
            if (i % 4 == 0) await Should.ThrowAsync<InvalidOperationException>(unit);
            else await unit;
        }

        await using var db = await Store.OpenAsync(CancellationToken.None);
        (await db.Communities.CountAsync()).ShouldBe(30);
    }

    [Fact]
    public async Task what_a_unit_left_behind_is_not_written_by_the_next()
    {
        await Should.ThrowAsync<InvalidOperationException>(Store.WriteAsync(
            (db, _) =>
            {
                db.Communities.Add(CommunityOf("of one that failed"));
                throw new InvalidOperationException("on purpose");
            },
            CancellationToken.None));
        await Store.WriteAsync(
            (db, _) =>
            {
                db.Communities.Add(CommunityOf("of one that did not save"));
                return Task.CompletedTask;
            },
            CancellationToken.None);
        await AddAsync("kept");
        (await Store.ReadAsync((db, cancel) => db.Communities.Select(c => c.Name).ToListAsync(cancel), CancellationToken.None))
            .ShouldBe(["kept"]);
    }

    [Fact]
    public async Task what_was_changed_in_a_view_is_not_committed_by_the_next()
    {
        await AddAsync("kept");
        await using (var left = await Store.OpenAsync(CancellationToken.None))
        {
            (await left.Communities.SingleAsync()).Title = "never committed";
            left.Inbox.Add(RowOf("left", "left"));
            left.Settle();
        }

        await using (var view = await Store.OpenAsync(CancellationToken.None))
        {
            (await view.Communities.SingleAsync()).Languages = ["fr"];
            await Store.CommitAsync(view, CancellationToken.None);
        }

        var kept = await Store.ReadAsync((db, cancel) => db.Communities.SingleAsync(cancel), CancellationToken.None);
        (kept.Title, kept.Languages.Single(), kept.Version).ShouldBe(("kept", "fr", 1));
        (await ClaimAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task a_commit_that_conflicts_leaves_nothing_to_the_next()
    {
        await AddAsync("one");
        await using (var late = await Store.OpenAsync(CancellationToken.None))
        {
            (await late.Communities.SingleAsync()).Title = "late";
            late.Inbox.Add(RowOf("late", "late"));
            await RenameAsync("first");
            await Should.ThrowAsync<ConflictException>(Store.CommitAsync(late, CancellationToken.None));
        }

        await RenameAsync("second");
        (await Store.ReadAsync((db, cancel) => db.Communities.SingleAsync(cancel), CancellationToken.None)).Title.ShouldBe("second");
        (await ClaimAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task what_a_commit_adds_to_a_queue_can_be_claimed()
    {
        foreach (var lane in new[] { "a", "b" })
        {
            await using var view = await Store.OpenAsync(CancellationToken.None);
            view.Inbox.Add(RowOf(lane, lane));
            await Store.CommitAsync(view, CancellationToken.None);
            (await ClaimAsync())!.Lane.ShouldBe(lane);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(11)]
    [InlineData(101)]
    public async Task rows_that_mean_nothing_are_done_all_at_once_and_no_other(int many)
    {
        await Store.WriteAsync(
            async (db, cancel) =>
            {
                db.Inbox.AddRange(Enumerable.Range(0, many + 2).Select(i => RowOf("talk", $"{i}")));
                await db.SaveChangesAsync(cancel);
                (await db.Inbox.OrderBy(row => row.Id).FirstAsync(cancel)).State = RowState.Dead;
                await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);
        var rows = await RowsAsync();
        (await Store.ChangeAsync((db, cancel) => db.FinishAsync(rows[..^1], cancel), CancellationToken.None)).ShouldBe(many);
        rows = await RowsAsync();
        rows.Select(row => row.State).ShouldBe(
            [RowState.Dead, .. Enumerable.Repeat(RowState.Done, many), RowState.Pending]);
        rows[1..^1].ShouldAllBe(row => row.Payload == null && row.Lane.Length == 0);
        rows[^1].Payload.ShouldNotBeNull();
    }

    [Fact]
    public async Task questions_asked_at_once_get_a_number_each()
    {
        await AddAsync("one");
        await AddAsync("another");
        var ids = await Store.ReadAsync((db, cancel) => db.Communities.Select(one => one.Id).ToListAsync(cancel), CancellationToken.None);
        var numbers = await Task.WhenAll(Enumerable.Range(0, 60).Select(
            i => Task.Run(() => Store.NextQuestionNumberAsync(ids[i % 2], CancellationToken.None))));
        for (var which = 0; which < 2; which++)
        {
            numbers.Where((_, i) => i % 2 == which).Order().ShouldBe(Enumerable.Range(1, 30));
        }
    }

    [Fact]
    public async Task a_community_that_is_not_there_gives_no_number() =>
        (await Should.ThrowAsync<InvalidOperationException>(
            Store.NextQuestionNumberAsync(Guid.NewGuid(), CancellationToken.None))).Message.ShouldContain("not there");

    [Fact]
    public async Task a_number_in_plain_sql_belongs_to_its_unit()
    {
        await AddAsync("one");
        var id = (await Store.ReadAsync((db, cancel) => db.Communities.SingleAsync(cancel), CancellationToken.None)).Id;
        Task<long> NextAsync(CopBotDbContext db, CancellationToken cancel) => db.NumberAsync(
            $"""UPDATE "Communities" SET "Questions" = "Questions" + 1 WHERE "Id" = {id} RETURNING "Questions" """, cancel);
        (await Store.WriteAsync(NextAsync, CancellationToken.None)).ShouldBe(1);
        await Should.ThrowAsync<InvalidOperationException>(Store.WriteAsync(
            async (db, cancel) =>
            {
                (await NextAsync(db, cancel)).ShouldBe(2);
                throw new InvalidOperationException("on purpose");
            },
            CancellationToken.None));
        (await Store.WriteAsync(NextAsync, CancellationToken.None)).ShouldBe(2, "the unit that failed took it back");
        (await Store.ReadAsync(
            (db, cancel) => db.NumberAsync($"""SELECT MAX("Row") FROM "Log" """, cancel), CancellationToken.None)).ShouldBe(0);
    }

    private Task<List<InboxRow>> RowsAsync() => Store.ReadAsync(
        (db, cancel) => db.Inbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel), CancellationToken.None);

    private async Task RenameAsync(string title)
    {
        await using var view = await Store.OpenAsync(CancellationToken.None);
        (await view.Communities.SingleAsync()).Title = title;
        await Store.CommitAsync(view, CancellationToken.None);
    }

    [Fact]
    public async Task whoever_reads_or_writes_later_sees_what_was_committed_meanwhile()
    {
        await AddAsync("one");
        foreach (var title in new[] { "first", "second" })
        {
            await using (var view = await Store.OpenAsync(CancellationToken.None))
            {
                (await view.Communities.SingleAsync()).Title = title;
                await Store.CommitAsync(view, CancellationToken.None);
            }

            (await Store.ReadAsync((db, cancel) => db.Communities.SingleAsync(cancel), CancellationToken.None)).Title.ShouldBe(title);
            (await Store.WriteAsync((db, cancel) => db.Communities.SingleAsync(cancel), CancellationToken.None)).Title.ShouldBe(title);
        }
    }
}
