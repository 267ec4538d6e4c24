using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Testing.Fakes;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CopBot.Testing.Platforms;

/// <summary>
/// However many requests an attempt to send takes, it is over when <see cref="Capabilities.SendTimeout"/> says: later
/// it is looked for, or sent again.
/// </summary>
public abstract class SendingTimeCompliance
{
    private readonly FakeTimeProvider _time = new();

    /// <summary>The platform over a network.</summary>
    protected abstract IChatPlatform Over(HttpClient http, SecurityClock clock);

    /// <summary>Somebody whose direct chat has to be opened first.</summary>
    protected abstract AccountRef Person { get; }

    /// <summary>What the platform answers to the opening of a chat, and to a message; null for other paths.</summary>
    protected abstract (bool IsOpening, string Json) AnswerOf(string path);

    [Fact]
    public async Task nothing_is_shown_when_too_little_time_is_left_to_show_it()
    {
        using var wire = new SlowWire(_time, path => (TimeSpan.FromSeconds(6), AnswerOf(path).Json));
        using var http = new HttpClient(wire);
        (await SendAsync(http)).ShouldBeOfType<Delivery.RetryAfter>();
        wire.Begun.ShouldAllBe(path => AnswerOf(path).IsOpening);
    }

    [Fact]
    public async Task what_took_time_before_is_missing_in_the_end()
    {
        var opening = TimeSpan.FromSeconds(4);
        using var wire = new SlowWire(_time, path => AnswerOf(path) is { IsOpening: true, Json: var json }
            ? (opening, json)
            : (Timeout.InfiniteTimeSpan, ""));
        using var http = new HttpClient(wire);
        var sending = SendAsync(http);
        await wire.Hangs.WaitAsync(TimeSpan.FromSeconds(5));
        _time.Advance(Over(http, new(_time)).Capabilities.SendTimeout - opening);
        (await sending.WaitAsync(TimeSpan.FromSeconds(5))).ShouldBeOfType<Delivery.Unknown>();
    }

    private Task<Delivery> SendAsync(HttpClient http) => Over(http, new(_time)).DeliverAsync(
        PlatformBench.Wrap(new DirectMessage(Person, Card.Saying("Hello"))), CancellationToken.None);
}
