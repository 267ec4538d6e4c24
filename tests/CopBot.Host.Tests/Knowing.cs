using System.Text;
using CopBot.Pipeline;
using CopBot.Pipeline.Knowing;
using CopBot.Testing.Hosting;
using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CopBot.Host.Tests;

/// <summary>What the community knows is found however it is asked for, whatever happens to the index.</summary>
public sealed class Knowing
{
    private const string Question = "How do we choose outcome indicators?";
    private const int IndexBuilt = 1901;
    private const string Answer = "Begin from a decision that a Pangolin minister will take.";

    [Theory]
    [InlineData("find choosing indicators for an outcome")]
    [InlineData("find outcom indicatrs")]
    [InlineData("find pangolin")]
    public async Task it_is_found_in_other_words_and_with_typing_faults(string said)
    {
        await using var stage = await HelpedAsync();
        await FindsAsync(stage.TeamsCoordinator, said);
    }

    [Fact]
    public async Task a_coordinator_sees_what_made_it_rank_and_nobody_else_does()
    {
        await using var stage = await HelpedAsync();
        var explained = await FindsAsync(stage.TeamsCoordinator, "find indicators of outcomes why");
        explained.Words.ShouldContain("Shared words:");
        explained.Words.ShouldContain("outcom");
        explained.Words.ShouldContain("Score");
        (await FindsAsync(stage.Expert, "find indicators of outcomes why")).Words.ShouldNotContain("Shared words");
    }

    [Fact]
    public async Task what_is_taken_back_is_not_found_any_more()
    {
        await using var stage = await HelpedAsync();
        await FindsAsync(stage.SlackCoordinator, "find pangolin");
        await stage.Asker.TellAsync("withdraw Q1");
        await stage.Asker.SeesAsync("withdrawn");
        await stage.TeamsCoordinator.TellAsync("find pangolin");
        await stage.TeamsCoordinator.SeesAsync("I found nothing on that");
    }

    [Fact]
    public async Task a_broken_index_is_built_again_and_nobody_notices()
    {
        await using var stage = await HelpedAsync();
        await FindsAsync(stage.SlackCoordinator, "find pangolin");
        await UntilAsync(() => IndexFiles(stage).Any(file => file.Contains("segments_", StringComparison.Ordinal)));
        foreach (var file in IndexFiles(stage)) await File.WriteAllTextAsync(file, "not an index");
        await stage.RestartAsync();
        await FindsAsync(stage.TeamsCoordinator, "find pangolin");
    }

    [Fact]
    public async Task an_index_that_was_lost_is_built_from_the_database()
    {
        await using var stage = await HelpedAsync();
        await stage.RestartAsync();
        Directory.Delete(Path.Combine(stage.Bot.Folder, "data", "index"), recursive: true);
        await FindsAsync(stage.TeamsCoordinator, "find pangolin");
    }

    [Fact]
    public async Task a_running_bot_builds_it_again_when_it_is_asked_to()
    {
        await using var stage = await HelpedAsync();
        await FindsAsync(stage.SlackCoordinator, "find pangolin");
        var folder = Path.Combine(stage.Bot.Folder, "data", "index");
        Directory.CreateDirectory(Path.Combine(folder, "9"));
        IndexRoom.AskRunning(folder).ShouldBe(1);
        Directory.Exists(Path.Combine(folder, "9")).ShouldBeFalse("nobody uses it any more");
        await UntilAsync(() => Directory.GetFiles(folder, "rebuild", SearchOption.AllDirectories).Length == 0);
        await FindsAsync(stage.TeamsCoordinator, "find pangolin");
    }

    [Fact]
    public async Task what_is_erased_leaves_the_index_too()
    {
        await using var stage = await HelpedAsync();
        await FindsAsync(stage.SlackCoordinator, "find pangolin");
        await UntilAsync(() => Holds(stage, "angolin"));
        await stage.Expert.TellAsync("delete me for good");
        await stage.Expert.SeesAsync("Everything about you is deleted");
        await UntilAsync(() => !Holds(stage, "angolin"));
    }

    [Fact]
    public async Task words_are_learnt_in_the_background_as_the_community_grows()
    {
        await using var stage = await HelpedAsync();
        await stage.Bot.SeedAnswersAsync(40);
        await FindsAsync(stage.SlackCoordinator, "find pangolin");
        await UntilAsync(() => IndexFiles(stage).Any(file => file.EndsWith("words.model", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task an_index_that_nobody_used_for_a_while_is_closed_and_opens_again()
    {
        await using var stage = await HelpedAsync();
        await FindsAsync(stage.TeamsCoordinator, "find pangolin");
        var indexes = stage.Bot.Services.GetRequiredService<KnowledgeIndexes>();
        indexes.CloseIdle(most: 0, TimeSpan.FromHours(1));
        indexes.Open.Count.ShouldBe(1, "it was used just now");

        // It is kept up to date every second, which is no use of it.
        await UntilAsync(() =>
        {
            indexes.CloseIdle(most: 0, TimeSpan.FromSeconds(3));
            return indexes.Open.Count == 0;
        });
        await FindsAsync(stage.SlackCoordinator, "find pangolin");
    }

    [Fact]
    public async Task several_hosts_beside_each_other_have_an_index_each()
    {
        await using var stage = await HelpedAsync();
        using var mine = RoomIn(Path.Combine(stage.Bot.Folder, "data", "index"));
        var community = Guid.NewGuid();
        using var other = RoomIn(Path.Combine(stage.Bot.Folder, "data", "index"));
        mine.FolderOf(community).ShouldNotBe(other.FolderOf(community));
        stage.Bot.Services.GetRequiredService<IndexRoom>().FolderOf(community).ShouldNotBe(mine.FolderOf(community));
    }

    [Fact]
    public void a_folder_that_can_not_be_used_is_no_reason_to_find_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("copbot-room-");
        var file = Path.Combine(folder.FullName, "index");
        File.WriteAllText(file, "a file, where a folder should be");
        using var room = RoomIn(file);
        var own = room.FolderOf(Guid.NewGuid());
        own.ShouldNotStartWith(file);
        Directory.Exists(Path.GetDirectoryName(own)).ShouldBeTrue();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task nobody_waits_with_a_view_open_while_a_large_index_is_built()
    {
        await using var stage = await HelpedAsync();
        await stage.Bot.SeedAnswersAsync(5000);
        var indexes = stage.Bot.Services.GetRequiredService<KnowledgeIndexes>();
        await using var view = await stage.Bot.OpenAsync();
        var community = await view.Communities.OrderBy(c => c.Name).FirstAsync();
        using var stop = new CancellationTokenSource();
        using var held = new Held();
        var building = Task.Run(() => indexes.RebuildAsync(view, community, held, stop.Token));
        await held.Begun.WaitAsync(TimeSpan.FromSeconds(30));
        try
        {
            await stage.TeamsCoordinator.TellAsync("find pangolin");
            await stage.TeamsCoordinator.SeesAsync("I am still reading what the community knows");
            await Should.ThrowAsync<DeferException>(
                indexes.ExpertsAsync(view, community, new("outcome indicators"), null, CancellationToken.None));
            await stage.Asker.MentionAsync("Which laboratory calibrates rain gauges?");
            (await PutOffAsync(stage)).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1), "it takes many seconds");
        }
        finally
        {
            await stop.CancelAsync();
            held.GoOn();
        }

        // Whoever keeps indexes builds it to its end.
        await Should.ThrowAsync<OperationCanceledException>(building);
        await UntilAsync(() => !indexes.IsBuilding(community) && indexes.IsLearnt(community));
        await FindsAsync(stage.TeamsCoordinator, "find pangolin");
        await stage.Asker.SeesAsync("Q2 · Nobody here is known for this yet");
    }

    [Fact]
    [Trait("Engine", "Irrelevant")]
    public async Task while_a_large_index_is_built_everybody_is_answered()
    {
        using var building = new HeldAtEvent(IndexBuilt);
        await using var stage = await AcrossStage.OpenAsync(adjust: host => host.Logging.AddProvider(building));
        await stage.PrepareAsync();
        await stage.Bot.SeedAnswersAsync(5000);
        await stage.TeamsCoordinator.TellAsync("find controlling officer");
        await stage.TeamsCoordinator.SeesAsync("I am still reading what the community knows");
        await building.Here;

        // Whoever builds has its thread, for minutes where there is much.
        await stage.Asker.TellAsync("find controlling officer");
        await stage.Asker.SeesAsync("I am still reading what the community knows");
        building.GoOn();
        await UntilReadAsync(stage);
        await stage.Asker.TellAsync("find controlling officer");
        await stage.Asker.SeesAsync("The controlling officer of district");
    }

    [Fact]
    [Trait("Engine", "Irrelevant")]
    public async Task what_comes_in_bulk_is_taken_in_by_nobody_who_waits()
    {
        await using var stage = await HelpedAsync();
        await FindsAsync(stage.TeamsCoordinator, "find pangolin");
        var keeper = stage.Bot.Services.GetRequiredKeyedService<WorkerThreads>(nameof(KnowledgeKeeper));
        using var goOn = new ManualResetEventSlim();
        var held = keeper.RunAsync(() => Task.FromResult(goOn.Wait(TimeSpan.FromSeconds(60))), CancellationToken.None);
        await stage.Bot.SeedAnswersAsync(5000);
        await stage.TeamsCoordinator.TellAsync("find controlling officer");
        await stage.TeamsCoordinator.SeesAsync("I am still reading what the community knows");
        goOn.Set();
        await held;
        await UntilReadAsync(stage);
        await stage.TeamsCoordinator.TellAsync("find controlling officer");
        await stage.TeamsCoordinator.SeesAsync("The controlling officer of district");
    }

    private static async Task UntilReadAsync(AcrossStage stage)
    {
        await using var view = await stage.Bot.OpenAsync();
        var community = await view.Communities.OrderBy(c => c.Name).FirstAsync();
        var indexes = stage.Bot.Services.GetRequiredService<KnowledgeIndexes>();
        await UntilAsync(() => !indexes.IsBuilding(community));
    }

    /// <summary>Until how long after it came the one row that waits is put off, as soon as it is.</summary>
    private static async Task<TimeSpan> PutOffAsync(AcrossStage stage)
    {
        var wait = TimeSpan.Zero;
        await UntilAsync(async () =>
        {
            await using var view = await stage.Bot.OpenAsync();
            var row = await view.Inbox.AsNoTracking().SingleOrDefaultAsync(one => one.State == RowState.Pending);
            wait = row is null ? TimeSpan.Zero : row.NotBefore - row.ReceivedAt;
            return wait > TimeSpan.Zero;
        });
        return wait;
    }

    /// <summary>Stops whoever builds until it may go on.</summary>
    private sealed class Held : IProgress<int>, IDisposable
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _goOn = new();

        public Task Begun => _begun.Task;

        public void GoOn() => _goOn.Set();

        public void Report(int value)
        {
            _begun.TrySetResult();
            _goOn.Wait(TimeSpan.FromSeconds(60)).ShouldBeTrue();
        }

        public void Dispose() => _goOn.Dispose();
    }

    private static IndexRoom RoomIn(string folder) => new(folder, NullLogger<IndexRoom>.Instance);

    /// <summary>Found, and not only said in the room where it was asked: only what is found is headed so.</summary>
    private static async Task<Seen> FindsAsync(Chatter somebody, string said)
    {
        await somebody.TellAsync(said);
        var seen = await somebody.SeesAsync($"Q1 · {Question}");
        seen.Words.ShouldContain(Answer);
        return seen;
    }

    private static async Task<AcrossStage> HelpedAsync()
    {
        var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        await stage.Expert.FillAsync(await stage.Expert.SeesAsync(Question, "answer"), "answer", Answer);
        await stage.Asker.PressAsync(await stage.Asker.SeesAsync(Answer, "helped"), "helped");
        await stage.Expert.SeesAsync("Would you keep it for others?");
        return stage;
    }

    private static string[] IndexFiles(AcrossStage stage) => [.. Directory
        .GetFiles(Path.Combine(stage.Bot.Folder, "data", "index"), "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("in-use", StringComparison.Ordinal) && !file.EndsWith(".lock", StringComparison.Ordinal))];

    private static bool Holds(AcrossStage stage, string words)
    {
        try
        {
            return IndexFiles(stage).Any(file => Encoding.UTF8.GetString(File.ReadAllBytes(file)).Contains(words, StringComparison.OrdinalIgnoreCase));
        }
        catch (IOException)
        {
            // Files come and go; it is looked at again.
            return true;
        }
    }

    private static Task UntilAsync(Func<bool> so) => UntilAsync(() => Task.FromResult(so()));

    private static async Task UntilAsync(Func<Task<bool>> so)
    {
        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(20);
        while (!await so())
        {
            TimeProvider.System.GetUtcNow().ShouldBeLessThan(deadline, "it did not come about");
            await Task.Delay(50);
        }
    }
}
