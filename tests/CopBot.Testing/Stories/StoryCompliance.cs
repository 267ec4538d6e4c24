using Shouldly;
using Xunit;

namespace CopBot.Testing.Stories;

/// <summary>The story that every platform must be able to tell: asked, routed, answered, followed up, helped.</summary>
public abstract class StoryCompliance
{
    private const string Question = "How do we choose outcome indicators when ministries only report outputs?";
    private const string Answer = "Start from one decision that the minister will take with the number.";
    private const string FollowUp = "And who decides which ones to drop?";
    private const string Reply = "The budget hearing does.";

    [Fact]
    public async Task a_question_is_asked_routed_answered_followed_up_and_helped()
    {
        await using var stage = await OpenAsync();
        await stage.PrepareAsync();
        var (asker, expert) = (stage.Asker, stage.Expert);

        await asker.MentionAsync(Question);
        var status = await asker.SeesAsync($"Asked {expert.Name}");
        var request = await expert.SeesAsync(Question, "answer");
        request.Words.ShouldContain(asker.Name);

        await expert.FillAsync(request, "answer", Answer);
        var answer = await asker.SeesAsync(Answer, "helped");
        answer.Words.ShouldContain(expert.Name);
        await expert.SeesAsync("You answered");

        await asker.ReplyAsync(answer with { Thread = status.Thread }, FollowUp, mention: true);
        var followUp = await expert.SeesAsync(FollowUp);
        await ReplyInDirectChatAsync(expert, followUp, Reply);
        await asker.SeesAsync(Reply, "helped");

        await asker.PressAsync(answer, "helped");
        await asker.SeesAsync($"{asker.Name} says that this helped");
        await expert.SeesAsync("helped. Thank you");

        await stage.Bot.SettleAsync();
        await stage.Bot.VerifyLogAsync();
        if (!ChangesMessages) return;
        (await asker.CountsAsync(Answer)).ShouldBe(1);
        (await asker.CountsAsync(Reply)).ShouldBe(1);
        (await expert.CountsAsync(FollowUp)).ShouldBe(1);
    }

    [Fact]
    public async Task what_somebody_says_in_the_direct_chat_takes_effect_and_is_answered_in_that_order()
    {
        await using var stage = await OpenAsync();
        await stage.Asker.TellAsync("status");
        await stage.Bot.SettleAsync();
        var caps = Enumerable.Range(1, 20).Select(cap => $"At most {cap} open").ToList();
        for (var cap = 1; cap <= caps.Count; cap++) await stage.Asker.TellAsync($"cap {cap}");
        await stage.Asker.SeesAsync(caps[^1]);
        await stage.Bot.SettleAsync();
        var said = await stage.Asker.ReadAsync();
        said.SelectMany(seen => caps.Where(words => seen.Words.Contains(words, StringComparison.Ordinal))).ShouldBe(caps);
    }

    /// <summary>Whether a changed card is changed in place, so that everything shows exactly once.</summary>
    protected virtual bool ChangesMessages => true;

    protected abstract Task<Stage> OpenAsync();

    /// <summary>How an expert answers a follow-up: in the thread, where direct chats have threads.</summary>
    protected virtual Task ReplyInDirectChatAsync(Chatter expert, Seen followUp, string text)
    {
        ArgumentNullException.ThrowIfNull(expert);
        return expert.ReplyAsync(followUp, text, mention: false);
    }
}
