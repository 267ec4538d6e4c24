using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CopBot.Chat.Cards;
using CopBot.Slack.Rendering;
using CopBot.Testing.Cards;
using CopBot.Testing.Validation;
using CsCheck;

namespace CopBot.Slack.Tests;

/// <summary>Every card is valid Block Kit within Slack's limits.</summary>
public sealed class BlockKitTests
{
    private const int Cards = 10_000;

    [Fact]
    public async Task ten_thousand_random_cards_keep_slacks_structure_and_limits()
    {
        var all = new ConcurrentBag<JsonArray>();
        RandomCards.Any.Sample(
            card =>
            {
                var blocks = BlockKit.Of(card, "slack/main", 3);
                Limits.Check(blocks);
                BlockKit.Fallback(card).Length.ShouldBeLessThanOrEqualTo(4000);
                all.Add(blocks);
            },
            iter: Cards,
            threads: 2);
        all.Count.ShouldBeGreaterThanOrEqualTo(Cards);
        await BulkValidation.ItemsShouldBeValidAsync(BulkValidation.SlackBlocks, all);
    }

    [Fact]
    public async Task the_schema_can_refuse()
    {
        var wrong = new JsonArray(new JsonObject { ["type"] = "section", ["text"] = "no object" });
        var failure = await Record.ExceptionAsync(() =>
            BulkValidation.ItemsShouldBeValidAsync(BulkValidation.SlackBlocks, [wrong]));
        failure.ShouldNotBeNull().Message.ShouldContain("0 valid, 1 invalid");
    }

    [Fact]
    public void what_people_typed_is_never_markup()
    {
        var card = new Card("<!channel> & <@U1>", new Quote("<!channel> *bold* <@U1>"));
        BlockKit.Fallback(card).ShouldBe("&lt;!channel&gt; &amp; &lt;@U1&gt;");
        var quoted = BlockKit.Of(card, "slack/main", 0)[0]!["elements"]![0]!["elements"]![0]!;
        quoted["type"]!.GetValue<string>().ShouldBe("text");
        quoted["text"]!.GetValue<string>().ShouldBe("<!channel> *bold* <@U1>");
    }

    [Fact]
    public async Task a_form_is_a_valid_modal()
    {
        var form = new Form("answer", "1", new string('t', 60), "Send", [new Field("text", "Your answer") { Multiline = true }])
        {
            Introduction = new string('q', 5000),
        };
        var modal = SlackModal.Of(form, new("1", "C1", "", "1.2"), "Cancel");
        (await Schemas.SlackModalAsync()).Validate(modal.ToJsonString()).ShouldBeEmpty();
        modal["title"]!["text"]!.GetValue<string>().Length.ShouldBeLessThanOrEqualTo(24);
    }

    [Fact]
    public void the_check_of_limits_can_fail()
    {
        var header = new JsonObject
        {
            ["type"] = "header",
            ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = new string('x', 151) },
        };
        Should.Throw<ShouldAssertException>(() => Limits.Check(new JsonArray(header)));
    }
}
