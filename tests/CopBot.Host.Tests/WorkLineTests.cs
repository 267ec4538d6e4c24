using CopBot.Pipeline;

namespace CopBot.Host.Tests;

/// <summary>What waits for a thread of its own is taken in order, and all of it.</summary>
public sealed class WorkLineTests
{
    private readonly WorkLine<int> _line = new();

    [Fact]
    public void what_is_there_is_taken_in_order_and_no_more_than_wanted()
    {
        for (var i = 1; i <= 5; i++) _line.Add(i);
        Taken(most: 3).ShouldBe([1, 2, 3]);
        Taken(most: 3).ShouldBe([4, 5]);
    }

    [Fact]
    public async Task who_takes_sleeps_until_something_comes()
    {
        var taking = Task.Run(() => Taken(most: 3));
        await Task.Delay(50);
        taking.IsCompleted.ShouldBeFalse();
        _line.Add(7);
        (await taking.WaitAsync(TimeSpan.FromSeconds(5))).ShouldBe([7]);
    }

    [Fact]
    public async Task closed_it_gives_what_is_left_and_then_lets_everybody_go()
    {
        _line.Add(1);
        _line.Close();
        Taken(most: 3).ShouldBe([1]);
        var takers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => _line.Take([], most: 1))).ToList();
        (await Task.WhenAll(takers).WaitAsync(TimeSpan.FromSeconds(5))).ShouldAllBe(any => !any);
        Should.Throw<ObjectDisposedException>(() => _line.Add(2));
    }

    [Fact]
    public async Task closing_wakes_all_who_sleep()
    {
        var takers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => _line.Take([], most: 1))).ToList();
        await Task.Delay(50);
        _line.Close();
        (await Task.WhenAll(takers).WaitAsync(TimeSpan.FromSeconds(5))).ShouldAllBe(any => !any);
    }

    private List<int> Taken(int most)
    {
        var taken = new List<int>();
        _line.Take(taken, most).ShouldBeTrue();
        return taken;
    }
}
