using CopBot.Chat;
using CopBot.Chat.Cards;
using Shouldly;
using Xunit;

namespace CopBot.Testing.Platforms;

/// <summary>What every platform must hand over of what people do.</summary>
public abstract class InboundCompliance
{
    private const string Words = "How do we choose *outcome* indicators & <targets>?";

    private static readonly Card Answerable = new("Answer me", new Paragraph("Answer me"))
    {
        Actions =
        [
            new("helped", "This helped", "a1b2", "helped Q1"),
            new("answer", "Answer", "c3d4", "answer Q1 …") { OpensForm = true },
        ],
    };

    [Fact]
    public async Task a_mention_in_a_channel_comes_in_once_and_whole()
    {
        await using var bench = await OpenAsync();
        await bench.Person.MentionAsync(Words);
        var heard = bench.Heard.All.ShouldHaveSingleItem().ShouldBeOfType<MessageReceived>();
        heard.Text.ShouldBe(Words);
        heard.AddressesBot.ShouldBeTrue();
        heard.Mentions.ShouldBeEmpty();
        heard.Place.Ref.ShouldBe(bench.Channel);
        heard.Place.Kind.ShouldBe(PlaceKind.Channel);
        heard.Author.Ref.ShouldBe(bench.PersonAccount);
        heard.Connection.ShouldBe(bench.Channel.Connection);
        heard.Message.ShouldNotBeEmpty();
        heard.OccurredAt.Offset.ShouldBe(TimeSpan.Zero);
        heard.OccurredAt.ShouldNotBe(default);
    }

    [Fact]
    public async Task the_answer_to_a_mention_and_the_reply_to_it_are_in_one_conversation()
    {
        await using var bench = await OpenAsync();
        await bench.Person.MentionAsync(Words);
        var question = bench.Heard.Only<MessageReceived>();
        (question.OpensThread is not null).ShouldBe(bench.Platform.Capabilities.ChannelThreads);
        var answer = await bench.PostAsync(Answerable, question.OpensThread);
        answer.Thread.ShouldBe(question.OpensThread);
        bench.Heard.Clear();

        await bench.Person.ReplyAsync(await bench.Person.SeesAsync("Answer me"), "Q1: And then?", mention: true);
        var reply = bench.Heard.Only<MessageReceived>();
        reply.Thread.ShouldBe(question.OpensThread);
        reply.OpensThread.ShouldBe(question.OpensThread);
        reply.Conversation.ShouldBe(question.Conversation);
        reply.Key.ShouldNotBe(question.Key);
    }

    [Fact]
    public async Task a_direct_message_needs_no_mention()
    {
        await using var bench = await OpenAsync();
        await bench.Person.TellAsync(Words);
        var heard = bench.Heard.Only<MessageReceived>();
        heard.Text.ShouldBe(Words);
        heard.AddressesBot.ShouldBeTrue();
        heard.Place.Kind.ShouldBe(PlaceKind.Direct);
        var sent = await bench.SendAsync(new DirectMessage(bench.PersonAccount, Card.Saying("Here")));
        sent.ShouldBeOfType<Delivery.Sent>().Message.ShouldNotBeNull().Place.ShouldBe(heard.Place.Ref);
    }

    [Fact]
    public async Task a_direct_chat_is_one_conversation_threads_and_all()
    {
        await using var bench = await OpenAsync();
        await bench.Person.TellAsync(Words);
        await bench.Person.TellAsync("status");
        bench.Heard.All.Count.ShouldBe(2);
        bench.Heard.All.Select(heard => heard.Conversation).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task a_press_names_the_card_the_action_and_who_pressed()
    {
        await using var bench = await OpenAsync();
        if (!bench.Platform.Capabilities.Buttons) return;
        var message = await bench.PostAsync(Answerable);
        var card = await bench.Person.SeesAsync("Answer me");
        await bench.Person.PressAsync(card, "helped");
        var press = bench.Heard.Only<ActionPressed>();
        (press.Action, press.Argument, press.Message).ShouldBe(("helped", "a1b2", message.Id));
        press.Actor.Ref.ShouldBe(bench.PersonAccount);
        press.Place.Ref.ShouldBe(bench.Channel);
        press.Thread.ShouldBe(message.Thread);

        await bench.Person.PressAsync(card, "helped");
        bench.Heard.All.ShouldHaveSingleItem("the same press again is the same happening");
        await bench.Bystander.PressAsync(card, "helped");
        bench.Heard.All.Count.ShouldBe(2, "somebody else's press is another");
    }

    [Fact]
    public async Task a_form_comes_in_filled_in()
    {
        await using var bench = await OpenAsync();
        if (!bench.Platform.Capabilities.Forms) return;
        await bench.PostAsync(Answerable);
        await bench.Person.FillAsync(await bench.Person.SeesAsync("Answer me"), "answer", Words);
        var form = bench.Heard.Only<FormSubmitted>();
        (form.Form, form.Argument, form.Values["text"]).ShouldBe(("answer", "c3d4", Words));
        form.Actor.Ref.ShouldBe(bench.PersonAccount);
    }

    [Fact]
    public async Task nothing_the_bot_says_comes_in()
    {
        await using var bench = await OpenAsync();
        await bench.PostAsync(Answerable);
        await bench.SendAsync(new DirectMessage(bench.PersonAccount, Answerable));
        bench.Heard.All.ShouldBeEmpty();
    }

    protected abstract Task<PlatformBench> OpenAsync();
}
