using CopBot.Features.Evaluating;
using CopBot.Evaluation.Value;
using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Tests;

/// <summary>Who used an answer is asked what came of it, and a second person may confirm it.</summary>
public sealed class Stories
{
    private const string Did = "I rewrote the guidance of three ministries around the one decision that each minister takes.";

    [Fact]
    public async Task who_used_an_answer_tells_what_came_of_it_and_a_colleague_elsewhere_confirms()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await UsedAsync(stage);
        await stage.Asker.TellAsync("profile organisation: Ministry of Finance");
        await stage.Expert.TellAsync("profile organisation: Planning Commission");
        var asked = await stage.Asker.SeesAsync("what came of it?", "tell-story");

        await stage.Asker.FillAsync(asked, "tell-story", new Dictionary<string, string>
        {
            ["did"] = Did, ["changed"] = "Two budgets were moved.", ["evidence"] = "https://example.org/circular.pdf",
            ["otherwise"] = "not", ["confirmer"] = "Kofi Mensah",
        });
        await stage.Asker.SeesAsync("Your story is kept");
        var confirm = await stage.Expert.SeesAsync("Is it so?", "confirm-story");
        confirm.Words.ShouldContain(Did);
        await stage.Expert.PressAsync(confirm, "confirm-story");
        await stage.Expert.SeesAsync("that is noted");
        await stage.Expert.TellAsync("dispute story");
        await stage.Expert.SeesAsync("That was not asked");

        var history = await HistoryAsync(stage);
        history.Leaders.Count.ShouldBe(2, "both coordinators claimed the role by a code; the log names no giver");
        var story = history.Stories.ShouldHaveSingleItem();
        story.Chain.Grade.ShouldBe(EvidenceGrade.B, "nobody examined what else may have caused it");
        story.Chain.Independent.ShouldBeTrue();
        story.Otherwise.ShouldBe("not");
        story.Disputed.ShouldBeFalse();
        await using var db = await stage.Bot.OpenAsync();
        db.Log.Where(e => e.Type.StartsWith("story.")).ToList().ShouldAllBe(entry => !entry.Core.Contains("ministr") && !entry.Attributes!.Contains("ministr"));
    }

    [Fact]
    public async Task who_looked_at_other_causes_makes_a_story_better_supported_and_nobody_does_so_for_their_own()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await UsedAsync(stage);
        await stage.Asker.TellAsync("profile organisation: Ministry of Finance");
        await stage.TeamsCoordinator.TellAsync("profile organisation: Planning Commission");
        await stage.Asker.FillAsync(await stage.Asker.SeesAsync("what came of it?", "tell-story"), "tell-story", new Dictionary<string, string>
        {
            ["did"] = Did, ["changed"] = "", ["evidence"] = "", ["otherwise"] = "not", ["confirmer"] = "Layla Haddad",
        });
        await stage.TeamsCoordinator.PressAsync(await stage.TeamsCoordinator.SeesAsync("Is it so?", "confirm-story"), "confirm-story");
        await stage.TeamsCoordinator.SeesAsync("that is noted");

        await stage.Asker.TellAsync("stories");
        await stage.Asker.SeesAsync("coordinator");
        await stage.TeamsCoordinator.TellAsync("stories");
        var listed = await stage.TeamsCoordinator.SeesAsync("Sara Batbayar on Q1 · confirmed", "examine-story");
        listed.Words.ShouldContain(Did);
        var handle = listed.Words.Split("Stories of use")[1].Trim('\n', ' ', ':')[..6];
        await stage.TeamsCoordinator.TellAsync($"examine story {handle} holds: I saw it.");
        await stage.TeamsCoordinator.SeesAsync("somebody else has to");

        await stage.SlackCoordinator.TellAsync("stories");
        await stage.SlackCoordinator.FillAsync(
            await stage.SlackCoordinator.SeesAsync("Sara Batbayar on Q1", "examine-story"), "examine-story",
            new Dictionary<string, string> { ["rivals"] = "A new law came later; Sara’s circular is older.", ["verdict"] = "holds" });
        await stage.SlackCoordinator.SeesAsync("Noted for story");
        (await HistoryAsync(stage)).Stories.ShouldHaveSingleItem().Chain.Grade.ShouldBe(EvidenceGrade.A);
        await stage.SlackCoordinator.TellAsync("stories");
        await stage.SlackCoordinator.SeesAsync("other causes examined");

        await stage.SlackCoordinator.TellAsync($"examine story {handle} fails: the law it was");
        await stage.SlackCoordinator.SeesAsync("Noted for story");
        (await HistoryAsync(stage)).Stories.ShouldHaveSingleItem().Disputed.ShouldBeTrue();
        await stage.SlackCoordinator.TellAsync($"examine story {handle} partly: the law came after all");
        (await HistoryAsync(stage)).Stories.ShouldHaveSingleItem().Disputed.ShouldBeFalse("what was found last counts");
        await stage.Asker.TellAsync("delete me for good");
        await stage.Asker.SeesAsync("Everything about you is deleted");
        await using var db = await stage.Bot.OpenAsync();
        (await db.Stories.CountAsync()).ShouldBe(0, "what others said of it goes along");
        (await db.Log.CountAsync(e => e.Type == "story.coded" && !e.Attributes!.Contains("law"))).ShouldBe(3);
        await stage.Bot.VerifyLogAsync();
    }

    [Fact]
    public async Task told_in_words_it_counts_as_a_bare_report_and_goes_with_who_told_it()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await UsedAsync(stage);
        await stage.Expert.TellAsync("tell Q1: It was I.");
        await stage.Expert.SeesAsync("Only who asked can tell");
        await stage.Asker.TellAsync("tell Q1: We used it.");
        await stage.Asker.SeesAsync("Your story is kept");

        (await HistoryAsync(stage)).Stories.ShouldHaveSingleItem().Chain.Grade.ShouldBe(EvidenceGrade.D);
        await stage.Asker.TellAsync("delete me for good");
        await stage.Asker.SeesAsync("Everything about you is deleted");
        await using var db = await stage.Bot.OpenAsync();
        (await db.Stories.CountAsync()).ShouldBe(0);
    }

    private static async Task UsedAsync(AcrossStage stage)
    {
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync("How do we choose outcome indicators?");
        await stage.Expert.FillAsync(await stage.Expert.SeesAsync("How do we choose", "answer"), "answer", "Start from one decision.");
        await stage.Asker.PressAsync(await stage.Asker.SeesAsync("Start from one decision", "helped"), "helped");
        await stage.Expert.SeesAsync("helped. Thank you");
        stage.Bot.SetClock(stage.Bot.Now.AddDays(28).AddMinutes(1));
        await stage.Asker.PressAsync(await stage.Asker.SeesAsync("Did you use it?", "used-yes"), "used-yes");
        await stage.Asker.SeesAsync("what came of it?", "tell-story");
    }

    private static async Task<Evaluation.Records.History> HistoryAsync(AcrossStage stage)
    {
        await stage.Bot.SettleAsync();
        for (var tries = 0; tries < 200; tries++)
        {
            await using var waiting = await stage.Bot.OpenAsync();
            if (!await waiting.Log.AnyAsync(entry => entry.Sequence == null)) break;
            await Task.Delay(50);
        }

        await using var db = await stage.Bot.OpenAsync();
        var community = await db.Communities.SingleAsync(c => db.Connections.Any(x => x.CommunityId == c.Id && x.Name == "slack/main"));
        return await HistoryReader.ReadAsync(db, community, null, CancellationToken.None);
    }
}
