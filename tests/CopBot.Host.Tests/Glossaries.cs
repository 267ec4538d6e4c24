using CopBot.Testing.Stories;

namespace CopBot.Host.Tests;

/// <summary>Whoever says one form of a term finds, and asks for, what is said with another.</summary>
public sealed class Glossaries
{
    [Fact]
    public async Task what_is_said_in_one_language_is_found_with_the_term_of_another()
    {
        await using var stage = await OpenAsync();
        await stage.Bot.SeedAnswersAsync([("Who sets the cash ceiling?", "The treasury committee does.")]);
        await stage.SlackCoordinator.TellAsync("find plafond de trésorerie");
        await stage.SlackCoordinator.SeesAsync("I found nothing on that");
        await DefineAsync(stage);
        await stage.SlackCoordinator.TellAsync("find plafonds de trésorerie");
        await stage.SlackCoordinator.SeesAsync("The treasury committee does.");
        await stage.TeamsCoordinator.TellAsync("forget term cash ceiling");
        await stage.TeamsCoordinator.SeesAsync("Forgotten: en: cash ceiling");
        await stage.SlackCoordinator.TellAsync("find plafonds de trésorerie");
        for (var tries = 0; tries < 200 && await stage.SlackCoordinator.CountsAsync("I found nothing on that") < 2; tries++) await Task.Delay(50);
        (await stage.SlackCoordinator.CountsAsync("I found nothing on that")).ShouldBe(2);
    }

    [Fact]
    public async Task who_knows_of_one_form_is_asked_about_the_other()
    {
        await using var stage = await OpenAsync();
        await stage.Expert.TellAsync("expertise cash ceiling");
        await stage.Expert.SeesAsync("you know about cash ceiling");
        await DefineAsync(stage);
        await stage.Asker.MentionAsync("Qui fixe le plafond de trésorerie ?");
        await stage.Expert.SeesAsync("Qui fixe le plafond", "answer");
    }

    [Fact]
    public async Task everybody_sees_the_terms_and_coordinators_change_them()
    {
        await using var stage = await OpenAsync();
        await stage.Asker.TellAsync("glossary");
        await stage.Asker.SeesAsync("There are no terms yet");
        await stage.Asker.TellAsync("term en: cash ceiling = fr: plafond de trésorerie");
        await stage.Asker.SeesAsync("Only a coordinator");
        await DefineAsync(stage);
        await stage.TeamsCoordinator.TellAsync("term en: Cash Ceiling = es: techo de caja");
        await stage.TeamsCoordinator.SeesAsync("en: cash ceiling = fr: plafond de trésorerie = es: techo de caja");
        await stage.Asker.TellAsync("glossary");
        await stage.Asker.SeesAsync("en: cash ceiling = fr: plafond de trésorerie = es: techo de caja");
        await stage.TeamsCoordinator.TellAsync("forget term techo de caja");
        await stage.TeamsCoordinator.SeesAsync("Forgotten: en: cash ceiling");
        await stage.TeamsCoordinator.TellAsync("glossary");
        await stage.TeamsCoordinator.SeesAsync("There are no terms yet");
    }

    private static async Task DefineAsync(AcrossStage stage)
    {
        await stage.TeamsCoordinator.TellAsync("term en: cash ceiling = fr: plafond de trésorerie");
        await stage.TeamsCoordinator.SeesAsync("Noted: en: cash ceiling = fr: plafond de trésorerie");
    }

    private static async Task<AcrossStage> OpenAsync()
    {
        var stage = await AcrossStage.OpenAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Communities:community:Languages:0"] = "en", ["Communities:community:Languages:1"] = "fr",
        });
        await stage.PrepareAsync();
        return stage;
    }
}
