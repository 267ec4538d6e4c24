using CopBot.Pipeline;
using Microsoft.Extensions.Time.Testing;

namespace CopBot.Host.Tests;

/// <summary>Who works for a slow platform is not waited for longer than usual.</summary>
public sealed class SlowWorkTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _here = new();
    private readonly SlowWork _slow;
    private int _ended;

    public SlowWorkTests() => _slow = new(
        TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(25), most: 2, () => _ended++, _time);

    [Fact]
    public async Task what_ends_soon_is_waited_for()
    {
        var work = new TaskCompletionSource();
        var following = _slow.FollowAsync(work.Task, _here.Task);
        _time.Advance(TimeSpan.FromMilliseconds(200));
        following.IsCompleted.ShouldBeFalse();
        work.SetResult();
        await following.WaitAsync(TimeSpan.FromSeconds(5));
        _ended.ShouldBe(0, "whoever waited knows");
    }

    [Fact]
    public async Task what_takes_long_runs_on_by_itself_until_it_ends()
    {
        var work = new TaskCompletionSource();
        await FollowedAsync(work);
        var end = _slow.EndAsync();
        (end.IsCompleted, _ended).ShouldBe((false, 0));
        work.SetException(new IOException("It broke."));
        await end.WaitAsync(TimeSpan.FromSeconds(5));
        _ended.ShouldBe(1, "nobody waited: it is told");
    }

    [Fact]
    public async Task what_waits_for_others_itself_is_not_waited_for_with_it()
    {
        var (work, away) = (new TaskCompletionSource(), new TaskCompletionSource());
        var following = _slow.FollowAsync(work.Task, away.Task);
        _time.Advance(TimeSpan.FromMilliseconds(100));
        following.IsCompleted.ShouldBeFalse();
        away.SetResult();
        await Task.Delay(50);
        following.IsCompleted.ShouldBeFalse("it may end soon all the same");
        _time.Advance(TimeSpan.FromMilliseconds(30));
        await following.WaitAsync(TimeSpan.FromSeconds(5));
        work.SetResult();
        await _slow.EndAsync();
        _ended.ShouldBe(1);
    }

    [Fact]
    public async Task more_than_so_much_is_waited_for_and_room_comes_back()
    {
        var (first, second, third) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        await FollowedAsync(first);
        await FollowedAsync(second);
        var following = _slow.FollowAsync(third.Task, _here.Task);
        _time.Advance(TimeSpan.FromSeconds(10));
        await Task.Delay(50);
        following.IsCompleted.ShouldBeFalse();
        first.SetResult();
        third.SetResult();
        await following.WaitAsync(TimeSpan.FromSeconds(5));
        await FollowedAsync(new TaskCompletionSource());
    }

    [Fact]
    public async Task its_failure_reaches_who_waits()
    {
        var following = _slow.FollowAsync(Task.FromException(new TimeoutException("Its own.")), _here.Task);
        (await Should.ThrowAsync<TimeoutException>(following)).Message.ShouldBe("Its own.");
    }

    private async Task FollowedAsync(TaskCompletionSource work)
    {
        var following = _slow.FollowAsync(work.Task, _here.Task);
        _time.Advance(TimeSpan.FromMilliseconds(300));
        await following.WaitAsync(TimeSpan.FromSeconds(5));
    }
}
