using System.Text;
using CopBot.Domain;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Shouldly;
using Xunit;

namespace CopBot.Testing.Storage;

/// <summary>What every storage engine promises: units, views, conflicts, claims.</summary>
public abstract partial class StorageCompliance : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private StoreUnderTest _opened = null!;

    private IStore Store => _opened.Store;

    public async ValueTask InitializeAsync()
    {
        _opened = await OpenAsync();
        await Store.MigrateAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _opened.DisposeAsync();
    }

    [Fact]
    public async Task two_views_that_changed_the_same_can_not_both_commit()
    {
        await AddAsync("one");
        await using var first = await Store.OpenAsync(CancellationToken.None);
        await using var second = await Store.OpenAsync(CancellationToken.None);
        (await first.Communities.SingleAsync()).Questions++;
        (await second.Communities.SingleAsync()).Questions++;
        await Store.CommitAsync(first, CancellationToken.None);
        await Should.ThrowAsync<ConflictException>(Store.CommitAsync(second, CancellationToken.None));
    }

    [Fact]
    public async Task two_threads_at_one_view_are_noticed_in_tests()
    {
        await using var view = await Store.OpenAsync(CancellationToken.None);
        view.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()!.ThreadSafetyChecksEnabled.ShouldBeTrue();
    }

    [Fact]
    public async Task what_becomes_known_or_unknown_is_in_the_feed_and_is_not_missed()
    {
        await AddAsync("one");
        var (note, before) = (Guid.NewGuid(), await FeedAsync(KnowledgeFeed.Now));
        before.Changes.ShouldBeEmpty();
        await NoteAsync(note, NoteState.InReview);
        (await FeedAsync(before.Position)).Changes.ShouldBeEmpty("nobody may find it yet");
        await ChangeNoteAsync(note, one => one.State = NoteState.Published);
        var published = await FeedAsync(before.Position);
        published.Changes.Select(change => change.NoteId).ShouldBe([note]);
        await ChangeNoteAsync(note, one => one.Title = "Another title");
        await ChangeNoteAsync(note, one => one.State = NoteState.Retired);
        (await FeedAsync(published.Position)).Changes.Select(change => change.NoteId).Distinct().ShouldBe([note]);
    }

    [Fact]
    public async Task an_answer_is_in_the_feed_by_its_question_whatever_changes_about_it()
    {
        await AddAsync("one");
        var (question, answer, before) = (Guid.NewGuid(), Guid.NewGuid(), await FeedAsync(KnowledgeFeed.Now));
        await QuestionAsync(question, answer);
        (await FeedAsync(before.Position)).Changes.Select(one => one.QuestionId).Distinct().ShouldBe([question], "it tells who knows");
        async Task<IEnumerable<Guid?>> AfterAsync(Action<CopBotDbContext> change)
        {
            var position = (await FeedAsync(KnowledgeFeed.Now)).Position;
            await Store.WriteAsync(
                async (db, cancel) =>
                {
                    await db.Contributions.LoadAsync(cancel);
                    await db.Questions.LoadAsync(cancel);
                    change(db);
                    await db.SaveChangesAsync(cancel);
                },
                CancellationToken.None);

            // What was read already may come again, as long as others write.
            return (await FeedAsync(position)).Changes.Select(one => one.QuestionId).Distinct();
        }

        (await AfterAsync(db => db.Contributions.Local.Single().Text = "edited")).ShouldBe([question]);
        (await AfterAsync(db => db.Contributions.Local.Single().HelpedAt = Now)).ShouldBe([question]);
        (await AfterAsync(db => db.Contributions.Local.Single().Text = "edited again")).ShouldBe([question]);
        (await AfterAsync(db => db.Questions.Local.Single().State = QuestionState.Withdrawn)).ShouldBe([question]);
        (await AfterAsync(db => db.Contributions.Local.Single().HelpedAt = null)).ShouldBe([question]);
    }

    [Fact]
    public async Task touching_a_root_is_a_change_although_no_field_is_another()
    {
        await AddAsync("one");
        await using var first = await Store.OpenAsync(CancellationToken.None);
        await using var second = await Store.OpenAsync(CancellationToken.None);
        (await first.Communities.SingleAsync()).Touch();
        (await second.Communities.SingleAsync()).Title = "other";
        await Store.CommitAsync(first, CancellationToken.None);
        await Should.ThrowAsync<ConflictException>(Store.CommitAsync(second, CancellationToken.None));
    }

    [Fact]
    public async Task a_view_shows_one_moment()
    {
        await using var view = await Store.OpenAsync(CancellationToken.None);
        (await view.Communities.CountAsync()).ShouldBe(0);
        await AddAsync("later");
        (await view.Communities.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task rows_of_one_conversation_are_claimed_one_at_a_time_and_in_order()
    {
        await EnqueueAsync("a", "b", "a");
        var first = await ClaimAsync();
        var second = await ClaimAsync();
        (first!.Lane, second!.Lane).ShouldBe(("a", "b"));
        (first.HasMore, second.HasMore).ShouldBe((true, false), "then nobody else has to look");
        (await ClaimAsync()).ShouldBeNull();
        await FinishAsync(first.RowId);
        await Store.ReleaseAsync(first);
        var third = await ClaimAsync();
        third!.Lane.ShouldBe("a");
        third.RowId.ShouldBeGreaterThan(first.RowId);
    }

    [Fact]
    public async Task a_second_migration_changes_nothing()
    {
        await AddAsync("one");
        await Store.MigrateAsync(CancellationToken.None);
        await using var db = await Store.OpenAsync(CancellationToken.None);
        (await db.Communities.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task times_come_back_as_the_same_moment_in_UTC()
    {
        await EnqueueAsync("a");
        var there = new DateTimeOffset(2026, 11, 23, 17, 30, 0, TimeSpan.FromHours(8)).AddTicks(7);
        await Store.WriteAsync(
            async (db, cancel) =>
            {
                (await db.Inbox.SingleAsync(cancel)).NotBefore = there;
                await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);
        await using var view = await Store.OpenAsync(CancellationToken.None);
        var stored = (await view.Inbox.SingleAsync()).NotBefore;
        stored.ShouldBe(there);
        stored.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task a_key_stands_once_however_many_write_it_at_once()
    {
        var inserts = Enumerable.Range(0, 30).Select(_ => Store.WriteAsync(
            async (db, cancel) =>
            {
                db.Inbox.Add(RowOf("a", "the same"));
                await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None)).ToList();
        var failures = 0;
        foreach (var insert in inserts)
        {
            try
            {
                await insert;
            }
            catch (Exception failure) when (failure is DbUpdateException or ConflictException)
            {
                failures++;
            }
        }

        failures.ShouldBe(29);
        await using var view = await Store.OpenAsync(CancellationToken.None);
        (await view.Inbox.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task what_was_accepted_is_claimed_in_its_order()
    {
        foreach (var key in new[] { "1", "2", "3" }) (await AcceptAsync("a", key)).ShouldBeTrue();
        (Store.HasArrivals || await CountAsync() == 3).ShouldBeTrue("It is neither on its way nor there.");
        var claimed = new List<byte[]>();
        while (await ClaimAsync() is { } claim)
        {
            await using (var db = await Store.OpenAsync(CancellationToken.None))
            {
                claimed.Add((await db.Inbox.SingleAsync(r => r.Id == claim.RowId)).Key);
            }

            await FinishAsync(claim.RowId);
            await Store.ReleaseAsync(claim);
        }

        claimed.Select(Encoding.UTF8.GetString).ShouldBe([$"{1,-32}", $"{2,-32}", $"{3,-32}"]);
        Store.HasArrivals.ShouldBeFalse();
    }

    [Fact]
    public async Task however_often_and_at_once_the_same_is_accepted_it_is_claimed_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => AcceptAsync("a", "the same")));
        var claim = await ClaimAsync();
        await FinishAsync(claim!.RowId);
        await Store.ReleaseAsync(claim);
        await AcceptAsync("a", "the same");
        (await ClaimAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task what_may_be_done_again_counts_anew_once_it_is_done_and_forgotten()
    {
        await AcceptAsync("a", "a press", Now.AddSeconds(-60), at: Now);
        var first = await ClaimAsync();
        await FinishAsync(first!.RowId);
        await Store.ReleaseAsync(first);
        await AcceptAsync("a", "a press", Now.AddSeconds(-30), at: Now.AddSeconds(30));
        (await ClaimAsync()).ShouldBeNull();
        await AcceptAsync("a", "a press", Now.AddSeconds(1), at: Now.AddSeconds(61));
        (await Store.ClaimAsync(Queue.Inbox, Now.AddSeconds(61), CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task many_conversations_are_claimed_whichever_waits_longest_first()
    {
        await EnqueueAsync([.. Enumerable.Range(0, 1200).Select(i => $"lane {i}")]);
        var rows = new List<long>();
        while (await ClaimAsync() is { } claim)
        {
            rows.Add(claim.RowId);
            await FinishAsync(claim.RowId);
            await Store.ReleaseAsync(claim);
        }

        rows.Count.ShouldBe(1200);
        rows.ShouldBe(rows.Order());
    }

    [Fact]
    public async Task claimers_at_once_never_get_the_same_conversation()
    {
        await EnqueueAsync([.. Enumerable.Range(0, 60).Select(i => $"lane {i % 6}")]);
        var atWork = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var done = new System.Collections.Concurrent.ConcurrentBag<(string Lane, long Row)>();
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        async Task WorkAsync()
        {
            while (done.Count < 60)
            {
                if (await ClaimAsync() is not { } claim)
                {
                    await Task.Delay(1, over.Token);
                    continue;
                }

                atWork.TryAdd(claim.Lane, true).ShouldBeTrue($"{claim.Lane} was claimed twice");
                await FinishAsync(claim.RowId);
                done.Add((claim.Lane, claim.RowId));
                atWork.TryRemove(claim.Lane, out var _);
                await Store.ReleaseAsync(claim);
            }
        }

        // Once one has failed, the others would wait for ever for what it has claimed.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(WorkAsync).ContinueWith(
            done => done.IsCompletedSuccessfully ? done : Task.WhenAll(over.CancelAsync(), done)).Unwrap()));
        done.Select(d => d.Row).Distinct().Count().ShouldBe(60);
    }

    /// <summary>A new, empty store.</summary>
    protected abstract Task<StoreUnderTest> OpenAsync();

    private static Community CommunityOf(string name) => new()
    {
        Id = Guid.CreateVersion7(Now), Name = name, Title = name, Languages = ["en"], TimeZone = "UTC", LogKey = [1],
    };

    private static InboxRow RowOf(string lane, string key) => new()
    {
        Connection = "x", Key = Encoding.UTF8.GetBytes(key), Lane = lane, Payload = "{}", ReceivedAt = Now, NotBefore = Now,
    };

    private async Task<int> CountAsync()
    {
        await using var db = await Store.OpenAsync(CancellationToken.None);
        return await db.Inbox.CountAsync();
    }

    private Task AddAsync(string name) => Store.WriteAsync(
        async (db, cancel) =>
        {
            db.Communities.Add(CommunityOf(name));
            await db.SaveChangesAsync(cancel);
        },
        CancellationToken.None);

    private async Task<KnowledgeFeed> FeedAsync(long after)
    {
        await using var db = await Store.OpenAsync(CancellationToken.None);
        var community = await db.Communities.AsNoTracking().SingleAsync();
        return await Store.KnowledgeFeedAsync(db, community.Id, after, CancellationToken.None);
    }

    private Task NoteAsync(Guid id, NoteState state) => Store.WriteAsync(
        async (db, cancel) =>
        {
            var community = await db.Communities.SingleAsync(cancel);
            db.Notes.Add(new() { Id = id, CommunityId = community.Id, Number = 1, Title = "A title", State = state, CreatedAt = Now });
            await db.SaveChangesAsync(cancel);
        },
        CancellationToken.None);

    private Task ChangeNoteAsync(Guid id, Action<PracticeNote> change) => Store.WriteAsync(
        async (db, cancel) =>
        {
            change(await db.Notes.SingleAsync(note => note.Id == id, cancel));
            await db.SaveChangesAsync(cancel);
        },
        CancellationToken.None);

    private Task QuestionAsync(Guid id, Guid answer) => Store.WriteAsync(
        async (db, cancel) =>
        {
            var community = await db.Communities.SingleAsync(cancel);
            db.Questions.Add(new() { Id = id, CommunityId = community.Id, Number = 1, Text = "Why?", AskedAt = Now });
            db.Contributions.Add(new()
            {
                Id = answer, QuestionId = id, CommunityId = community.Id, Kind = ContributionKind.Answer, Text = "So.", SaidAt = Now,
            });
            await db.SaveChangesAsync(cancel);
        },
        CancellationToken.None);

    private Task EnqueueAsync(params string[] lanes) => Store.WriteAsync(
        async (db, cancel) =>
        {
            foreach (var lane in lanes)
            {
                db.Inbox.Add(RowOf(lane, $"{Guid.NewGuid()}"));
                await db.SaveChangesAsync(cancel);
            }

            db.ChangeTracker.Clear();
        },
        CancellationToken.None);

    private Task<LaneClaim?> ClaimAsync() => Store.ClaimAsync(Queue.Inbox, Now, CancellationToken.None);

    private Task<bool> AcceptAsync(
        string lane, string key, DateTimeOffset? forgottenBefore = null, DateTimeOffset? at = null) => Store.AcceptAsync(
        new Arrival("x", Encoding.UTF8.GetBytes($"{key,-32}"), lane, "{}", at ?? Now, forgottenBefore),
        CancellationToken.None);

    private Task FinishAsync(long row) => Store.WriteAsync(
        async (db, cancel) =>
        {
            (await db.Inbox.SingleAsync(r => r.Id == row, cancel)).Finish();
            await db.SaveChangesAsync(cancel);
        },
        CancellationToken.None);
}
