using CopBot.Slack.WebApi;
using Microsoft.Extensions.Time.Testing;

namespace CopBot.Slack.Tests;

/// <summary>The published limits are kept before Slack has to insist.</summary>
public sealed class SlackPaceTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void a_channel_gets_a_message_a_second_after_a_short_burst()
    {
        var pace = new SlackPace(_time);
        var sent = Run(TimeSpan.FromMinutes(1), () => pace.Wait("chat.postMessage", "C1") is null);
        sent.ShouldBeInRange(57, 60);
    }

    [Fact]
    public void one_channel_does_not_hold_up_another()
    {
        var pace = new SlackPace(_time);
        while (pace.Wait("chat.postMessage", "C1") is null)
        {
        }

        pace.Wait("chat.postMessage", "C2").ShouldBeNull();
    }

    [Theory]
    [InlineData("chat.update", 50)]
    [InlineData("conversations.replies", 50)]
    [InlineData("users.info", 100)]
    public void a_method_keeps_to_its_tier(string method, int perMinute)
    {
        var pace = new SlackPace(_time);
        var made = Run(TimeSpan.FromMinutes(10), () => pace.Wait(method, "C1") is null);
        made.ShouldBeInRange(perMinute * 9, perMinute * 10);
    }

    [Fact]
    public void no_minute_ever_has_more_than_its_tier()
    {
        var pace = new SlackPace(_time);
        var made = new List<DateTimeOffset>();
        Run(TimeSpan.FromMinutes(5), () =>
        {
            if (pace.Wait("chat.update", "C1") is not null) return false;
            made.Add(_time.GetUtcNow());
            return true;
        });
        made.Max(call => made.Count(other => other >= call && other < call.AddMinutes(1))).ShouldBeLessThanOrEqualTo(50);
    }

    [Fact]
    public void who_waits_as_long_as_told_may_go_on()
    {
        var pace = new SlackPace(_time);
        TimeSpan? wait = null;
        while (wait is null) wait = pace.Wait("chat.postMessage", "C1");
        _time.Advance(wait.Value);
        pace.Wait("chat.postMessage", "C1").ShouldBeNull();
    }

    /// <summary>Tries every tenth of a second for so long.</summary>
    private int Run(TimeSpan howLong, Func<bool> tries)
    {
        var made = 0;
        for (var end = _time.GetUtcNow(
            ) + howLong; _time.GetUtcNow() < end; _time.Advance(TimeSpan.FromMilliseconds(100)))
        {
            while (tries()) made++;
        }

        return made;
    }
}
