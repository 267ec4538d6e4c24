using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Testing.Fakes;
using Shouldly;
using Xunit;

namespace CopBot.Testing.Platforms;

/// <summary>What every platform behind a network must make of its failures.</summary>
public abstract class TroubleCompliance
{
    [Fact]
    public async Task throttling_says_when_to_come_back()
    {
        await using var bench = await OpenAsync();
        bench.Fail(TroubleKind.TooMany);
        (await bench.SendAsync(new Post(bench.Channel, null, Card.Saying("Later"))))
            .ShouldBeOfType<Delivery.RetryAfter>().After.ShouldBe(TimeSpan.FromSeconds(1));
        bench.Fail(TroubleKind.TooManySilent);
        (await bench.SendAsync(new Post(bench.Channel, null, Card.Saying("Later"))))
            .ShouldBeOfType<Delivery.RetryAfter>().After.ShouldBeNull();
        (await bench.Person.CountsAsync("Later")).ShouldBe(0);
    }

    [Fact]
    public async Task a_platform_out_of_order_says_when_to_come_back()
    {
        await using var bench = await OpenAsync();
        foreach (var (kind, after) in new[] { (TroubleKind.Unavailable, (TimeSpan?)TimeSpan.FromSeconds(1)), (TroubleKind.ServerError, null) })
        {
            bench.Fail(kind);
            var delivery = await bench.SendAsync(new Post(bench.Channel, null, Card.Saying("Later")));
            var unknown = delivery.ShouldBeOfType<Delivery.Unknown>();
            (unknown.Answered, unknown.After).ShouldBe((true, after));
        }

        bench.Fail(TroubleKind.Reset);
        (await bench.SendAsync(new Post(bench.Channel, null, Card.Saying("Later"))))
            .ShouldBeOfType<Delivery.Unknown>().Answered.ShouldBeFalse();
    }

    [Fact]
    public async Task a_lost_answer_leaves_the_outcome_unknown()
    {
        await using var bench = await OpenAsync();
        foreach (
            var (kind, arrived) in new[] { (TroubleKind.DoneButBadGateway, true), (TroubleKind.BadGateway, false) })
        {
            var words = bench.Fresh("In doubt");
            var outgoing = PlatformBench.Wrap(new Post(bench.Channel, null, Card.Saying(words)));
            bench.Fail(kind);
            var begun = TimeProvider.System.GetUtcNow();
            (await bench.Platform.DeliverAsync(outgoing, CancellationToken.None)).ShouldBeOfType<Delivery.Unknown>();
            (await bench.Person.CountsAsync(words)).ShouldBe(arrived ? 1 : 0);
            if (!bench.Platform.Capabilities.FindsOwnMessages) continue;
            var found = await bench.Platform.FindAsync(outgoing, begun, CancellationToken.None);
            (found is Delivery.Sent).ShouldBe(arrived);
        }
    }

    [Fact]
    public async Task a_place_that_shut_the_bot_out_is_gone()
    {
        await using var bench = await OpenAsync();
        bench.Fail(TroubleKind.Forbidden);
        (await bench.SendAsync(new Post(bench.Channel, null, Card.Saying("Hello")))).ShouldBeOfType<Delivery.Gone>();
    }

    [Fact]
    public async Task opening_a_direct_chat_is_never_in_doubt()
    {
        await using var bench = await OpenAsync();
        bench.FailOpening(TroubleKind.BadGateway);
        (await bench.SendAsync(new DirectMessage(bench.PersonAccount, Card.Saying("Hello"))))
            .ShouldBeOfType<Delivery.RetryAfter>();
    }

    [Fact]
    public async Task an_account_that_can_not_be_asked_for_now_is_no_stranger()
    {
        await using var bench = await OpenAsync();
        bench.FailLookUp(TroubleKind.BadGateway);
        await Should.ThrowAsync<IOException>(
            bench.Platform.GetAccountAsync(bench.PersonAccount, bench.Channel, CancellationToken.None));
    }

    [Fact]
    public async Task a_request_that_never_left_is_not_in_doubt()
    {
        await using var bench = await OpenAsync();
        await bench.PostAsync(Card.Saying("The line is open"));
        await bench.HangUpAsync();
        (await bench.SendAsync(new Post(bench.Channel, null, Card.Saying("Hello")))).ShouldBeOfType<Delivery.RetryAfter>();
    }

    protected abstract Task<RemoteBench> OpenAsync();
}
