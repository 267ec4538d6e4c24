using System.Text;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Stories;
using CopBot.Testing.Validation;

namespace CopBot.Host.Tests;

/// <summary>What the bot really sends in a conversation is what the platforms' schemas allow.</summary>
public sealed class Outgoing
{
    [Fact]
    public async Task everything_sent_is_valid()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var (asker, expert) = (stage.Asker, stage.Expert);
        await asker.MentionAsync("What are outcome indicators, and <!channel> & *who* sets them?");
        await expert.FillAsync(await expert.SeesAsync("a question for you", "answer"), "answer", "Measures of <b>change</b>.");
        await asker.PressAsync(await asker.SeesAsync("Measures of", "helped"), "helped");
        await expert.SeesAsync("helped. Thank you");
        foreach (var person in new[] { asker, expert, stage.SlackCoordinator, stage.TeamsCoordinator })
        {
            await person.TellAsync("help");
            await person.SeesAsync("What you can say to me");
            await person.TellAsync("privacy");
            await person.SeesAsync("What is kept about you", "export");
        }

        await expert.TellAsync("A second thing about indicators");
        await stage.Bot.SettleAsync();
        await SlackAsync(stage);
        await TeamsAsync(stage);
    }

    private static async Task SlackAsync(AcrossStage stage)
    {
        var block = await Schemas.SlackBlockAsync();
        var modal = await Schemas.SlackModalAsync();
        stage.Slack.Written.Count.ShouldBeGreaterThan(12);
        foreach (var written in stage.Slack.Written)
        {
            if (written["type"]?.GetValue<string>() == "modal") modal.Validate(written.ToJsonString()).ShouldBeEmpty();
            var blocks = written["blocks"] as JsonArray ?? [];
            foreach (var one in blocks) block.Validate(one!.ToJsonString()).ShouldBeEmpty();
        }
    }

    private static async Task TeamsAsync(AcrossStage stage)
    {
        var schema = await Schemas.AdaptiveCardAsync();
        stage.Teams.Written.Count.ShouldBeGreaterThan(8);
        foreach (var card in stage.Teams.Written.Select(TeamsWords.Card).OfType<JsonObject>())
        {
            Encoding.UTF8.GetByteCount(card.ToJsonString()).ShouldBeLessThan(28_000);
            var plain = card.DeepClone().AsObject();
            plain.Remove("msteams");
            schema.Validate(plain.ToJsonString()).ShouldBeEmpty();
        }
    }
}
