using System.Text;
using CopBot.Chat.Cards;
using CopBot.Teams.Rendering;
using CopBot.Testing.Cards;
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
        var schema = await Schemas.AdaptiveCardAsync();
        RandomCards.Any.Sample(
            card =>
            {
                var rendered = AdaptiveCard.Of(card, "teams/main", 3);
                Encoding.UTF8.GetByteCount(rendered.ToJsonString()).ShouldBeLessThan(28_000);

                // Teams' own addition to the format, for mentions; the schema of the format does not know it.
                rendered.Remove("msteams");
                schema.Validate(rendered.ToJsonString()).ShouldBeEmpty();
            },
            iter: Cards,
            threads: 2);
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
        var schema = await Schemas.AdaptiveCardAsync();
        schema.Validate("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock"}]}""").ShouldNotBeEmpty();
    }
}
