using CopBot.Teams.Connector;
using Microsoft.Extensions.Time.Testing;

namespace CopBot.Teams.Tests;

/// <summary>The published limits are kept before Teams has to insist.</summary>
public sealed class TeamsPaceTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 8)]
    [InlineData(30, 60)]
    [InlineData(3600, 1800)]
    public void no_window_ever_has_more_than_is_published(int seconds, int most)
    {
        var pace = new TeamsPace(_time);
        var made = new List<DateTimeOffset>();
        for (var end = _time.GetUtcNow().AddHours(1.2); _time.GetUtcNow() < end; _time.Advance(TimeSpan.FromMilliseconds(250)))
        {
            while (pace.WaitToSend("19:a") is null) made.Add(_time.GetUtcNow());
        }

        made.Count.ShouldBeGreaterThan(1_700);
        made.Where((_, index) => index % 7 == 0)
            .Max(call => made.Count(other => other >= call && other < call.AddSeconds(seconds))).ShouldBeLessThanOrEqualTo(most);
    }

    [Fact]
    public void one_conversation_does_not_hold_up_another()
    {
        var pace = new TeamsPace(_time);
        while (pace.WaitToSend("19:a") is null)
        {
        }

        pace.WaitToSend("19:b").ShouldBeNull();
    }

    [Fact]
    public void who_waits_as_long_as_told_may_go_on()
    {
        var pace = new TeamsPace(_time);
        TimeSpan? wait = null;
        while (wait is null) wait = pace.WaitToSend("19:a");
        _time.Advance(wait.Value);
        pace.WaitToSend("19:a").ShouldBeNull();
    }
}
