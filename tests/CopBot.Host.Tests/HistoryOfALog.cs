using CopBot.Evaluation.Records;
using CopBot.Features.Evaluating;
using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Tests;

/// <summary>What the log tells is what happened.</summary>
public sealed class HistoryOfALog
{
    [Fact]
    public async Task a_question_its_answer_and_that_it_helped_are_read_from_the_log()
    {
        await using var stage = await PlaygroundStage.OpenAsync();
        await stage.Asker.MentionAsync("How do we choose outcome indicators when ministries only report outputs?");
        var card = await stage.Expert.SeesAsync("outcome indicators", "answer");
        await stage.Expert.FillAsync(card, "answer", "Start from one decision.");
        var answered = await stage.Asker.SeesAsync("Start from one decision", "helped");
        await stage.Bot.SettleAsync();
        var before = await ReadAsync(stage, upTo: null);
        await stage.Asker.PressAsync(answered, "helped");
        await stage.Bot.SettleAsync();
        await stage.Bot.VerifyLogAsync();

        var after = await ReadAsync(stage, upTo: null);
        var again = await ReadAsync(stage, upTo: before.Entries);

        after.Exchange.Questions.Count.ShouldBe(1);
        after.Exchange.Answers.ShouldHaveSingleItem().Accepted.ShouldBeTrue();
        after.Exchange.Members[after.Exchange.Givers[0]].Country.ShouldBe("Ghana");
        after.Exchange.Members[after.Exchange.Askers[0]].Country.ShouldBe("Mongolia");
        after.Routing.Asked.ShouldBeGreaterThan(0);
        after.Routing.Answered.ShouldBe(1);

        // As of then, the report is what it was then.
        again.Head.ShouldBe(before.Head);
        again.Exchange.Answers.ShouldHaveSingleItem().Accepted.ShouldBeFalse();
    }

    private static async Task<History> ReadAsync(Stage stage, long? upTo)
    {
        for (var look = 0; look < 100; look++)
        {
            await using var db = await stage.Bot.Store.OpenAsync(CancellationToken.None);
            var community = await db.Communities.SingleAsync(c => c.Name == "results-exchange");
            if (!await db.Log.AnyAsync(e => e.Sequence == null)) return await HistoryReader.ReadAsync(db, community, upTo, CancellationToken.None);
            await Task.Delay(50);
        }

        throw new TimeoutException("The log is not sealed.");
    }
}
