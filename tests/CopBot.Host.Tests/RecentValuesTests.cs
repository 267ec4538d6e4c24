using CopBot.Pipeline;
using Microsoft.Extensions.Time.Testing;

namespace CopBot.Host.Tests;

/// <summary>What was read lately is remembered, and never more than there is room for.</summary>
public sealed class RecentValuesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RecentValues<string, int> _values;

    public RecentValuesTests() => _values = new(TimeSpan.FromMinutes(1), most: 3, _time);

    [Fact]
    public void a_value_counts_for_its_time_and_no_longer()
    {
        _values.Set("a", 1);
        _time.Advance(TimeSpan.FromSeconds(59));
        (_values.TryGet("a", out var value), value).ShouldBe((true, 1));
        _time.Advance(TimeSpan.FromSeconds(1));
        (_values.TryGet("a", out value), value).ShouldBe((false, 0));
    }

    [Fact]
    public void when_there_is_no_room_the_stale_ones_go()
    {
        _values.Set("old", 1);
        _time.Advance(TimeSpan.FromMinutes(1));
        foreach (var key in new[] { "a", "b", "c" }) _values.Set(key, 2);
        _values.Count.ShouldBe(3);
        _values.TryGet("a", out _).ShouldBeTrue();
    }

    [Fact]
    public void however_many_come_at_once_no_more_are_kept()
    {
        for (var key = 0; key < 1000; key++)
        {
            _values.Set($"{key}", key);
            _values.Count.ShouldBeLessThanOrEqualTo(3);
        }

        _values.TryGet("999", out var latest).ShouldBeTrue();
        latest.ShouldBe(999);
    }
}
