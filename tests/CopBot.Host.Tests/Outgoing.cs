using System.Text;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.OpenAI;
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

    [Fact]
    public async Task what_is_offered_noticed_translated_and_drafted_is_valid_too()
    {
        const string wicked = "<!channel> & *le* plafond <b>de</b> trésorerie, «du» ministère";
        await using var service = await FakeAzureOpenAI.StartAsync();
        service.Write = (instruction, _) => instruction.Contains("translate", StringComparison.OrdinalIgnoreCase)
            ? $$"""{"title":"{{wicked}}","body":"{{new string('x', 400)}} {{wicked}}"}"""
            : $$"""{"title":"{{wicked}}","situation":"{{wicked}}","turning":"","doing":"{{new string('y', 1400)}}","mistake":"{{wicked}}","limits":""}""";
        await using var stage = await AcrossStage.OpenAsync(service.Settings().Append(new("Communities:community:Languages:0", "en"))
            .Append(new("Communities:community:Languages:1", "fr")).ToDictionary(StringComparer.Ordinal));
        await stage.PrepareAsync();
        await stage.Bot.SeedAnswersAsync([("Qui fixe le plafond de trésorerie du ministère ?", "Le comité de trésorerie le fixe chaque mois.")]);
        foreach (var coordinator in new Chatter[] { stage.SlackCoordinator, stage.TeamsCoordinator })
        {
            await coordinator.TellAsync("term en: cash <ceiling> & more = fr: plafond de trésorerie");
            await coordinator.SeesAsync("fr: plafond de trésorerie");
            await coordinator.TellAsync("glossary");
            await coordinator.SeesAsync("What we call things");
            await coordinator.TellAsync("find plafond de trésorerie");
            await coordinator.PressAsync(await coordinator.SeesAsync("Le comité", "translate"), "translate");
            await coordinator.PressAsync(await coordinator.SeesAsync("Translated by a machine", "original"), "original");
            await coordinator.TellAsync("report");
            await coordinator.SeesAsync("What was shown at once solved it");
        }

        await stage.SlackCoordinator.MentionAsync("offer help");
        await stage.SlackCoordinator.SeesAsync("I say so to that member alone");
        await stage.Asker.TellAsync("help");
        await stage.Asker.SeesAsync("What you can say to me");
        await Task.Delay(2500);
        await stage.SlackAsker.SayAsync("C0RESULTS", null, "Does anybody know how to choose outcome indicators &amp; targets?");
        var offer = await stage.Asker.SeesAsync("Only you see this", "draft-ask");
        await stage.Asker.PressAsync(offer, "draft-ask");
        var request = await stage.Expert.SeesAsync("how to choose outcome indicators", "answer");
        await stage.Expert.FillAsync(request, "answer", "Begin from a <b>decision</b> & a minister.");
        await stage.Asker.PressAsync(await stage.Asker.SeesAsync("Begin from a", "helped"), "helped");
        await stage.Expert.PressAsync(await stage.Expert.SeesAsync("answer to Q1 helped", "draft-note"), "draft-note");
        await stage.Expert.SeesAsync("Drafted by a machine", "keep-draft");
        await stage.Bot.SettleAsync();
        await SlackAsync(stage);
        await TeamsAsync(stage);
        if (Environment.GetEnvironmentVariable("COPBOT_PICTURES") is not { Length: > 0 } folder) return;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "slack-machine.json"), new JsonArray([.. stage.Slack.Written.Select(one => one.DeepClone())]).ToJsonString());
        await File.WriteAllTextAsync(Path.Combine(folder, "teams-machine.json"), new JsonArray(
            [.. stage.Teams.Written.Select(TeamsWords.Card).OfType<JsonObject>().Select(card => card.DeepClone())]).ToJsonString());
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
