using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Testing.Cards;
using CsCheck;
using Shouldly;
using Xunit;

namespace CopBot.Testing.Platforms;

/// <summary>What every platform must do with effects, whatever it can and can't show.</summary>
public abstract class OutboundCompliance
{
    [Fact]
    public async Task its_connections_carry_its_scheme()
    {
        await using var bench = await OpenAsync();
        bench.Platform.Connections.ShouldNotBeEmpty();
        bench.Platform.Connections.ShouldAllBe(c => c.Name.StartsWith(bench.Platform.Scheme + "/") && !c.Real);
        bench.Platform.Connections.ShouldContain(c => c.Name == bench.Channel.Connection);
        bench.Platform.Capabilities.MessageLength.ShouldBeGreaterThan(100);
        bench.Platform.Capabilities.SendTimeout.ShouldBeInRange(TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task a_card_shows_its_words_and_offers_its_actions()
    {
        await using var bench = await OpenAsync();
        var card = new Card(
            "A summary",
            new Heading("Indicators"),
            new Paragraph(new(new Plain("Choose "), new Bold("few"), new Plain(" & <good> ones."))),
            new Quote("What the minister *needs*"),
            new Facts([new("Asked by", "Sara"), new("Since", new(new Moment(DateTimeOffset.UnixEpoch, DateOnly: true)))]),
            new Aside("Nobody else sees this."))
        {
            Actions = [new("helped", "This helped", "a1", "helped Q1"), new("answer", "Answer", "a1", "answer Q1 …")],
        };
        var message = await bench.PostAsync(card);
        message.Place.ShouldBe(bench.Channel);
        var seen = await bench.Person.SeesAsync("Indicators", "helped");
        seen.Id.ShouldBe(message.Id);
        foreach (var words in new[] { "Choose few & <good> ones.", "What the minister *needs*", "Asked by", "Sara", "1970", "Nobody else" })
        {
            seen.Words.ShouldContain(words);
        }

        seen.Actions.ShouldBe(["helped", "answer"]);
        if (!bench.Platform.Capabilities.Buttons) seen.Words.ShouldContain("helped Q1");
    }

    [Fact]
    public async Task a_card_is_changed_in_place_or_shown_anew()
    {
        await using var bench = await OpenAsync();
        var (first, second) = (bench.Fresh("First"), bench.Fresh("Second"));
        var shown = await bench.PostAsync(Card.Saying(first));
        var changed = await bench.SendAsync(new Post(bench.Channel, null, Card.Saying(second), "key"), shown);
        var after = changed.ShouldBeOfType<Delivery.Sent>().Message.ShouldNotBeNull();
        (await bench.Person.CountsAsync(second)).ShouldBe(1);
        if (!bench.Platform.Capabilities.Edits) return;
        after.ShouldBe(shown);
        (await bench.Person.CountsAsync(first)).ShouldBe(0);
    }

    [Fact]
    public async Task a_reply_goes_into_its_thread()
    {
        await using var bench = await OpenAsync();
        var root = await bench.PostAsync(Card.Saying(bench.Fresh("Root")));
        (root.Thread is not null).ShouldBe(bench.Platform.Capabilities.ChannelThreads);
        var words = bench.Fresh("Reply");
        var reply = await bench.PostAsync(Card.Saying(words), root.Thread);
        reply.Thread.ShouldBe(root.Thread);
        (await bench.Person.SeesAsync(words)).Thread.ShouldBe((await bench.Person.SeesAsync("Root")).Thread);
    }

    [Fact]
    public async Task a_direct_message_reaches_one_person_in_one_chat()
    {
        await using var bench = await OpenAsync();
        var (first, second) = (bench.Fresh("Between us"), bench.Fresh("Still between us"));
        var sent = await bench.SendAsync(new DirectMessage(bench.PersonAccount, Card.Saying(first)));
        var place = sent.ShouldBeOfType<Delivery.Sent>().Message.ShouldNotBeNull().Place;
        place.ShouldNotBe(bench.Channel);
        var again = await bench.SendAsync(new DirectMessage(bench.PersonAccount, Card.Saying(second)), direct: place);
        again.ShouldBeOfType<Delivery.Sent>().Message.ShouldNotBeNull().Place.ShouldBe(place);
        (await bench.Person.CountsAsync(first)).ShouldBe(1);
        (await bench.Person.CountsAsync(second)).ShouldBe(1);
        (await bench.Bystander.CountsAsync("etween us")).ShouldBe(0);
    }

    [Fact]
    public async Task a_whisper_is_for_one_person()
    {
        await using var bench = await OpenAsync();
        var words = bench.Fresh("Psst");
        var sent = await bench.SendAsync(new Whisper(bench.Channel, null, bench.PersonAccount, Card.Saying(words)));
        sent.ShouldBeOfType<Delivery.Sent>();
        var seen = await bench.Person.SeesAsync(words);
        if (bench.Platform.Capabilities.Whispers) seen.Place.ShouldBe(bench.Channel.Id);
        (await bench.Bystander.CountsAsync(words)).ShouldBe(0);
    }

    [Fact]
    public async Task a_sign_is_put_twice_without_harm()
    {
        await using var bench = await OpenAsync();
        await bench.Person.MentionAsync("Is anybody there?");
        var heard = bench.Heard.Only<MessageReceived>();
        var effect = new React(new(heard.Place.Ref, heard.Message, heard.OpensThread), Sign.Heard);
        (await bench.SendAsync(effect)).ShouldBeOfType<Delivery.Sent>();
        (await bench.SendAsync(effect)).ShouldBeOfType<Delivery.Sent>();
    }

    [Fact]
    public async Task somebody_is_named_and_a_stranger_is_not_known()
    {
        await using var bench = await OpenAsync();
        var account = await bench.Platform.GetAccountAsync(bench.PersonAccount, bench.Channel, CancellationToken.None);
        account.ShouldNotBeNull().DisplayName.ShouldBe(bench.Person.Name);
        account.Ref.ShouldBe(bench.PersonAccount);
        account.Outsider.ShouldBeFalse();
        (await bench.Platform.GetAccountAsync(bench.Nobody, bench.Channel, CancellationToken.None)).ShouldBeNull();
        await bench.Platform.GetTitleAsync(bench.Channel, CancellationToken.None);
    }

    [Fact]
    public async Task writing_to_somebody_who_is_not_there_is_an_outcome()
    {
        await using var bench = await OpenAsync();
        (await bench.SendAsync(new DirectMessage(bench.Nobody, Card.Saying("Hello")))).ShouldBeOfType<Delivery.Gone>();
    }

    [Fact]
    public async Task what_was_sent_is_found_again_and_what_was_not_is_not()
    {
        await using var bench = await OpenAsync();
        var root = await bench.PostAsync(Card.Saying(bench.Fresh("Root")));
        Effect[] effects =
        [
            new Post(bench.Channel, null, Card.Saying("Top")), new Post(bench.Channel, root.Thread, Card.Saying("Reply")),
            new DirectMessage(bench.PersonAccount, Card.Saying("Direct")),
        ];
        foreach (var effect in effects)
        {
            var outgoing = PlatformBench.Wrap(effect);
            var begun = TimeProvider.System.GetUtcNow();
            (await bench.Platform.FindAsync(outgoing, begun, CancellationToken.None)).ShouldBeNull();
            var sent = await bench.Platform.DeliverAsync(outgoing, CancellationToken.None);
            var found = await bench.Platform.FindAsync(outgoing, begun, CancellationToken.None);
            if (bench.Platform.Capabilities.FindsOwnMessages) found.ShouldBe(sent);
            else found.ShouldBeNull();
        }
    }

    [Fact]
    public async Task whatever_the_card_something_readable_is_sent()
    {
        await using var bench = await OpenAsync();
        await RandomCards.Any.SampleAsync(
            async card =>
            {
                var message = await bench.PostAsync(card);
                var seen = (await bench.Person.ReadAsync()).Single(seen => seen.Id == message.Id);
                seen.Words.Trim().ShouldNotBeEmpty();
            },
            iter: 40,
            threads: 1);
    }

    [Fact]
    public async Task what_is_sent_side_by_side_all_arrives()
    {
        await using var bench = await OpenAsync();
        var words = Enumerable.Range(0, 20).Select(_ => bench.Fresh("Side by side")).ToList();
        var messages = await Task.WhenAll(words.Select(text => bench.PostAsync(Card.Saying(text))));
        messages.Select(message => message.Id).Distinct().Count().ShouldBe(20);
        foreach (var text in words) (await bench.Person.CountsAsync(text)).ShouldBe(1);
    }

    protected abstract Task<PlatformBench> OpenAsync();
}
