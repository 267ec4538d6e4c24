using CopBot.Chat;
using CopBot.Pipeline;

namespace CopBot.Host.Tests;

/// <summary>Who works off what came in lets a flood come in first, and goes on all the same. See ADR 0014.</summary>
public sealed class WorkersStepAside
{
    [Fact]
    public void a_worker_goes_on_at_once_while_little_comes_in()
    {
        var room = IntakeRoom.Default;
        Come(room, 50);
        room.LetInAsync(CancellationToken.None).AsTask().IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task a_worker_waits_while_a_flood_comes_in_and_goes_on_though_it_never_ends()
    {
        var room = IntakeRoom.Default;
        using var enough = new CancellationTokenSource();
        var flood = Task.Run(() =>
        {
            while (!enough.IsCancellationRequested) Come(room, 100);
        });
        await Task.Delay(300);
        var worker = room.LetInAsync(CancellationToken.None).AsTask();
        worker.IsCompleted.ShouldBeFalse();
        await worker.WaitAsync(TimeSpan.FromSeconds(20));
        await enough.CancelAsync();
        await flood;
    }

    [Fact]
    public async Task a_worker_goes_on_once_the_flood_is_over()
    {
        var room = IntakeRoom.Default;
        Come(room, 1000);
        await Task.Delay(250);
        room.LetInAsync(CancellationToken.None).AsTask().IsCompletedSuccessfully.ShouldBeTrue();
    }

    private static void Come(IntakeRoom room, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var place = room.Enter(Home);
        }
    }

    private static HomeOpened Home => new()
    {
        Connection = "x",
        Key = "home",
        OccurredAt = TimeProvider.System.GetUtcNow(),
        Actor = new(new AccountRef("x", "somebody"), "Somebody"),
    };
}
