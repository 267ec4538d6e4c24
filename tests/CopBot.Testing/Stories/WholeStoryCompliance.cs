using Shouldly;
using Xunit;

namespace CopBot.Testing.Stories;

/// <summary>
/// The ten steps of a question's life, on every platform: asked, routed with a reason, answered, followed up, helped
/// and taken back and helped again, kept, published, found by the next, doubted, signed otherwise, asked about weeks
/// later, told in the digest, counted in the report; one that nobody answers, and one that is withdrawn.
/// </summary>
public abstract class WholeStoryCompliance
{
    private const string Question = "How do we choose outcome indicators when ministries only report outputs?";
    private const string Answer = "Start from one decision that the minister will take with the number.";
    private const string FollowUp = "And who decides which ones to drop?";
    private const string Reply = "The budget hearing does.";
    private const string Orphan = "Which ledger codes fit zymurgy subsidies?";

    [Fact]
    public async Task a_question_lives_from_asking_to_the_report()
    {
        await using var stage = await OpenAsync();
        await stage.PrepareAsync();
        var (asker, expert, coordinator) = (stage.Asker, stage.Expert, stage.Coordinator);

        await asker.MentionAsync(Question);
        var status = await asker.SeesAsync($"Asked {expert.Name}");
        await asker.TellAsync("status");
        await asker.SeesAsync("Your questions");
        var request = await expert.SeesAsync(Question, "answer");
        foreach (var words in new[] { asker.Name, "Why you", "you know about", "Your answer shows in" }) request.Words.ShouldContain(words);
        request.Actions.ShouldBe(["answer", "pass", "suggest"]);

        await expert.FillAsync(request, "answer", Answer);
        var answer = await asker.SeesAsync(Answer, "helped");
        await asker.ReplyAsync(answer with { Thread = status.Thread }, FollowUp, mention: true);
        await ReplyInDirectChatAsync(expert, await expert.SeesAsync(FollowUp), Reply);
        await asker.SeesAsync(Reply, "helped");
        await asker.PressAsync(answer, "helped");
        await asker.PressAsync(await asker.SeesAsync("says that this helped", "unhelped"), "unhelped");
        await asker.PressAsync(await NewestAsync(asker, Answer, "helped"), "helped");
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
        await expert.TellAsync("sign N1 unnamed");
        await expert.SeesAsync("N1 names you so from now on");
        await asker.TellAsync("find N1");
        (await NewestAsync(asker, "N1 ·", "flag")).Words.ShouldNotContain($"{expert.Name} vouches");

        await asker.TellAsync($"ask {Orphan}");
        var told = await coordinator.SeesAsync("Q3 has nobody to answer it");
        told.Words.ShouldNotContain("zymurgy", customMessage: "it was asked in private");
        stage.Bot.SetClock(stage.Bot.Now.AddDays(28).AddMinutes(5));
        await asker.PressAsync(await asker.SeesAsync("Did you use it?", "used-yes"), "used-yes");
        await asker.SeesAsync("what the community is worth");
        await asker.SeesAsync("no answer yet");
        await asker.TellAsync("withdraw Q3");
        await asker.SeesAsync("Q3 is withdrawn");

        await coordinator.TellAsync("digest");
        await coordinator.PressAsync(await coordinator.SeesAsync("This is the digest as a draft", "post-digest"), "post-digest");
        await coordinator.SeesAsync("The digest is posted in");
        await coordinator.TellAsync("report");
        (await coordinator.SeesAsync("in numbers")).Words.ShouldContain("Questions asked: 2");

        await stage.Bot.SettleAsync();
        await stage.Bot.VerifyLogAsync();
    }

    protected abstract Task<Stage> OpenAsync();

    /// <summary>How an expert answers a follow-up: in the thread, where direct chats have threads.</summary>
    protected virtual Task ReplyInDirectChatAsync(Chatter expert, Seen followUp, string text)
    {
        ArgumentNullException.ThrowIfNull(expert);
        return expert.ReplyAsync(followUp, text, mention: false);
    }

    /// <summary>Waits for a message, and takes the newest of several that say it.</summary>
    private static async Task<Seen> NewestAsync(Chatter chatter, string words, string action)
    {
        await chatter.SeesAsync(words, action);
        return (await chatter.ReadAsync()).Last(seen => seen.Words.Contains(words, StringComparison.Ordinal) && seen.Actions.Contains(action));
    }

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
