using System.Reflection;
using System.Text.RegularExpressions;
using CopBot.Pipeline;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Stories;

namespace CopBot.Host.Tests;

/// <summary>A French community reads French, from the first word to the report.</summary>
public sealed partial class InFrench
{
    private const string Question = "Comment choisir des indicateurs de résultat ?";
    private const string Answer = "Partez d’une décision que le ministre prendra.";

    [Fact]
    public async Task no_english_sentence_reaches_anybody()
    {
        await using var stage = await AcrossStage.OpenAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Communities:budget:Title"] = "Responsables du budget", ["Communities:budget:Languages:0"] = "fr",
        });
        await PrepareAsync(stage);
        var stranger = new SlackChatter(stage.Slack, stage.Slack.AddUser("Nadia Benali"), "C0RESULTS");
        await stranger.OpenHomeAsync("Écrivez-moi, ou rejoignez-les");
        var (asker, expert, coordinator) = (stage.Asker, stage.Expert, stage.TeamsCoordinator);
        await asker.MentionAsync(Question);
        await asker.SeesAsync("Q1 · Question transmise à Kofi Mensah");
        var asked = await expert.SeesAsync("Q1 : une question pour vous", "answer");
        await expert.FillAsync(asked, "answer", Answer);
        await asker.PressAsync(await asker.SeesAsync(Answer, "helped"), "helped");
        var thanks = await expert.SeesAsync("garder", "keep");
        await expert.FillAsync(thanks, "keep", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["situation"] = "Des ministères sans résultats.", ["naming"] = "named",
        });
        await coordinator.PressAsync(await coordinator.SeesAsync("N1 attend votre relecture", "publish-note"), "publish-note");
        await expert.SeesAsync("N1, que vous avez gardée, est publiée");
        await coordinator.TellAsync("demander Comment choisir les indicateurs de résultat ?");
        await coordinator.PressAsync(await coordinator.SeesAsync("la communauté connaît ce sujet", "experts"), "experts");
        await expert.SeesAsync("Q2 : une question pour vous", "pass");
        await expert.TellAsync("passer Q2");
        await asker.TellAsync("chercher indicateurs");
        await asker.SeesAsync("N1 ·", "flag");
        await asker.TellAsync("demander anonymement Qui contrôle la paie des écoles ?");
        await asker.SeesAsync("Q3 ·");
        stage.Bot.SetClock(stage.Bot.Now.AddDays(29));
        await asker.SeesAsync("Q3 : pas encore de réponse");
        foreach (var words in new[]
        {
            "aide", "état", "profil", "vie privée", "expertise", "absent jusqu’à vendredi", "de retour", "silence 18:00-08:00",
            "plafond 2", "langue", "suivre Q1", "retirer Q99", "retirer Q1.1", "garder Q1.9", "signaler N9 : faux",
            "prendre Q3", "montrer Q3", "rôle", "rapport", "résumé", "relire", "m’effacer", "quitter", "rejoindre",
            "exporter mes données", "recherche oui", "pas de recherche", "ne plus me contacter", "me recontacter",
        })
        {
            await coordinator.TellAsync(words);
            await asker.TellAsync(words);
        }

        // Who has left and come back is a guest in between.
        await stage.Bot.SettleAsync();
        await ((SlackChatter)asker).OpenHomeAsync("Réglages");
        await stage.Bot.SettleAsync();
        var sentences = Sentences();
        sentences.Count.ShouldBeGreaterThan(300);
        var said = stage.Slack.Written.Select(written => SlackWords.Of(written["blocks"]) + written["text"])
            .Concat(stage.Teams.Written.Select(written => TeamsWords.Of(written))).ToList();
        said.Count.ShouldBeGreaterThan(60);
        var english =
            from words in said
            from sentence in sentences
            where words.Contains(sentence, StringComparison.Ordinal)
            select $"“{sentence}” in: {words}";
        english.Take(5).ShouldBeEmpty();
    }

    /// <summary>As <see cref="Stage.PrepareAsync"/>, in French.</summary>
    private static async Task PrepareAsync(AcrossStage stage)
    {
        foreach (var coordinator in new Chatter[] { stage.SlackCoordinator, stage.TeamsCoordinator })
        {
            await coordinator.TellAsync($"claim {await stage.Bot.ClaimCodeAsync()}");
            await coordinator.SeesAsync("Vous coordonnez désormais");
            await coordinator.MentionAsync("rattacher");
            await coordinator.SeesAsync("le lieu d’accueil");
        }

        await stage.Expert.TellAsync("expertise indicateurs de résultat");
        await stage.Expert.SeesAsync("vous connaissez indicateurs de résultat");
    }

    /// <summary>Every stretch of English that the bot can say, long enough to be no French by chance.</summary>
    private static List<string> Sentences()
    {
        const BindingFlags all = BindingFlags.Static | BindingFlags.NonPublic;
        var phrases = typeof(Phrase).Assembly.GetTypes().SelectMany(type => type.GetFields(all))
            .Where(field => field.FieldType == typeof(Phrase)).Select(field => (Phrase)field.GetValue(null)!).ToList();
        var french = string.Join('\n', phrases.Select(phrase => phrase.Fr));
        return
        [
            .. phrases.SelectMany(phrase => Places().Split(phrase.En)).Select(part => part.Trim())
                .Where(part => part.Length >= 8 && part.Contains(' ') && !french.Contains(part, StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Places();
}
