using Shouldly;
using Xunit;

namespace CopBot.Testing.Stories;

/// <summary>
/// The whole life of a question, on every platform: asked, answered, helped, kept, published, found by the next,
/// doubted,
/// asked about weeks later, told in the digest, counted in the report; and one that nobody answers.
/// </summary>
public abstract class WholeStoryCompliance
{
    private const string Question = "How do we choose outcome indicators when ministries only report outputs?";
    private const string Answer = "Start from one decision that the minister will take with the number.";
    private const string Orphan = "Which ledger codes fit zymurgy subsidies?";

    [Fact]
    public async Task a_question_lives_from_asking_to_the_report()
    {
        await using var stage = await OpenAsync();
        await stage.PrepareAsync();
        var (asker, expert, coordinator) = (stage.Asker, stage.Expert, stage.Coordinator);

        await asker.MentionAsync(Question);
        await asker.SeesAsync($"Asked {expert.Name}");
        await expert.FillAsync(await expert.SeesAsync(Question, "answer"), "answer", Answer);
        await asker.PressAsync(await asker.SeesAsync(Answer, "helped"), "helped");
        var thanks = await expert.SeesAsync("Would you keep it for others?", "keep");
        await expert.FillAsync(thanks, "keep", Prompts);
        await expert.SeesAsync("N1 goes to the coordinators");
        await coordinator.PressAsync(await coordinator.SeesAsync("N1 waits for your review", "publish-note"), "publish-note");
        await expert.SeesAsync("N1, which you kept, is published");

        await coordinator.TellAsync("ask How should one choose outcome indicators when ministries report outputs?");
        var known = await coordinator.SeesAsync("the community knows something", "solves");
        known.Words.ShouldContain("N1 ·");
        await coordinator.PressAsync(known, "solves");
        await coordinator.SeesAsync("Solved by what the community knew already");

        await coordinator.TellAsync("find outcome indicators");
        await coordinator.FillAsync(await FoundAsync(coordinator), "flag", Flag);
        await expert.SeesAsync("The law changed.");
        await coordinator.PressAsync(await coordinator.SeesAsync("N1 is due for review", "publish-note"), "publish-note");
        await coordinator.SeesAsync("N1 is published");

        await asker.TellAsync($"ask {Orphan}");
        var told = await coordinator.SeesAsync("Q3 has nobody to answer it");
        told.Words.ShouldNotContain("zymurgy", customMessage: "it was asked in private");
        stage.Bot.SetClock(stage.Bot.Now.AddDays(28).AddMinutes(5));
        await asker.PressAsync(await asker.SeesAsync("Did you use it?", "used-yes"), "used-yes");
        await asker.SeesAsync("what the community is worth");
        await asker.SeesAsync("no answer yet");

        await coordinator.TellAsync("digest");
        await coordinator.PressAsync(await coordinator.SeesAsync("This is the digest as a draft", "post-digest"), "post-digest");
        await coordinator.SeesAsync("The digest is posted in");
        await coordinator.TellAsync("report");
        (await coordinator.SeesAsync("in numbers")).Words.ShouldContain("Questions asked: 3");

        await stage.Bot.SettleAsync();
        await stage.Bot.VerifyLogAsync();
    }

    protected abstract Task<Stage> OpenAsync();

    private static Dictionary<string, string> Prompts => new(StringComparer.Ordinal)
    {
        ["title"] = Question, ["doing"] = Answer, ["situation"] = "Ministries reported outputs only.", ["naming"] = "named",
    };

    private static Dictionary<string, string> Flag => new(StringComparer.Ordinal) { ["what"] = "The law changed." };

    /// <summary>What was found, not the review card, which offers other things.</summary>
    private static async Task<Seen> FoundAsync(Chatter chatter)
    {
        await chatter.SeesAsync("N1 ·", "flag");
        return (await chatter.ReadAsync()).Last(seen => seen.Actions.Contains("flag"));
    }
}
