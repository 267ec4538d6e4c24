using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using CopBot.Chat.Cards;
using CopBot.Teams.Rendering;
using CopBot.Testing.Cards;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Validation;
using CsCheck;

namespace CopBot.Teams.Tests;

/// <summary>Every card is a valid Adaptive Card 1.5 under 28 KB.</summary>
public sealed class AdaptiveCardTests
{
    private const int Cards = 10_000;

    [Fact]
    public async Task ten_thousand_random_cards_are_valid_and_small()
    {
        var all = new ConcurrentBag<JsonObject>();
        RandomCards.Any.Sample(
            card =>
            {
                var rendered = AdaptiveCard.Of(card, "teams/main", 3);
                Encoding.UTF8.GetByteCount(rendered.ToJsonString()).ShouldBeLessThan(28_000);

                // Teams' own addition to the format, for mentions; the schema of the format does not know it.
                rendered.Remove("msteams", out var own);
                CheckMentions(own, rendered);
                all.Add(rendered);
            },
            iter: Cards,
            threads: 2);
        all.Count.ShouldBeGreaterThanOrEqualTo(Cards);
        await BulkValidation.ShouldBeValidAsync(BulkValidation.AdaptiveCards, all);
    }

    [Fact]
    public async Task a_form_is_a_valid_card()
    {
        var form = new Form("answer", "1", "Answer Q1", "Send", [new Field("text", "Your answer") { Multiline = true }])
        {
            Introduction = "The question",
        };
        var json = AdaptiveForm.Of(form, Guid.NewGuid(), ["Please fill this in."]).ToJsonString();
        (await Schemas.AdaptiveCardAsync()).Validate(json).ShouldBeEmpty();
    }

    [Fact]
    public async Task the_schema_can_refuse()
    {
        var wrong = JsonNode.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock"}]}""")!;
        var failure = await Record.ExceptionAsync(() =>
            BulkValidation.ShouldBeValidAsync(BulkValidation.AdaptiveCards, [wrong]));
        failure.ShouldNotBeNull().Message.ShouldContain("0 valid, 1 invalid");
    }

    /// <summary>
    /// Each entity's text stands in the card, or Teams refuses the whole message. Source:
    /// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
    /// </summary>
    private static void CheckMentions(JsonNode? own, JsonObject rendered)
    {
        var words = TeamsWords.Of(new JsonObject
        {
            ["attachments"] = new JsonArray(new JsonObject { ["content"] = rendered.DeepClone() }),
        });
        foreach (var entity in own?["entities"]?.AsArray() ?? [])
        {
            entity!["type"]!.GetValue<string>().ShouldBe("mention");
            entity["mentioned"]!["id"]!.GetValue<string>().ShouldNotBeEmpty();
            var text = entity["text"]!.GetValue<string>();
            text.ShouldStartWith("<at>");
            text.ShouldEndWith("</at>");
            words.ShouldContain(text, Case.Sensitive);
        }
    }
}
