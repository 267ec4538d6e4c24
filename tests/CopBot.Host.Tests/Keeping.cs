using CopBot.Domain;
using CopBot.Features.Participation;
using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CopBot.Host.Tests;

/// <summary>What is kept of people and of silences, and for how long.</summary>
public sealed class Keeping
{
    [Fact]
    public async Task who_left_is_forgotten_when_the_communitys_time_is_over()
    {
        await using var stage = await AcrossStage.OpenAsync(new Dictionary<string, string>
        {
            ["Communities:main:ForgetAfterMonths"] = "6",
        });
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync("Who audits payroll?");
        await stage.Asker.SeesAsync("Q1 · Nobody here is known");
        await stage.Asker.TellAsync("leave");
        await stage.Asker.SeesAsync("You are no longer a member");

        stage.Bot.SetClock(stage.Bot.Now.AddMonths(5));
        await stage.Bot.SettleAsync();
        (await CountAsync(stage)).ShouldBe(1, "half a year is not over");
        stage.Bot.SetClock(stage.Bot.Now.AddMonths(2));
        for (var tries = 0; tries < 400 && await CountAsync(stage) > 0; tries++) await Task.Delay(25);

        (await CountAsync(stage)).ShouldBe(0);
        await using var db = await stage.Bot.OpenAsync();
        (await db.Questions.SingleAsync(question => question.Number == 1)).Text.ShouldBe("");
        db.Log.Count(entry => entry.Type == "member.erased").ShouldBe(1);
    }

    [Fact]
    public async Task a_study_gets_who_agreed_to_it_alone()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.TellAsync("agree to study Budget 2027");
        await stage.Asker.SeesAsync("for the study Budget 2027");
        await stage.Expert.TellAsync("accepter l’étude Budget 2027");
        await stage.Expert.SeesAsync("Budget 2027");
        await stage.Expert.TellAsync("leave study budget 2027");
        await stage.Expert.SeesAsync("no future export for the study budget 2027");

        await using var db = await stage.Bot.OpenAsync();
        var purpose = Consent.Study("Budget 2027");
        (await db.Consents.CountAsync(consent => consent.Purpose == purpose && consent.To == null)).ShouldBe(1);
        db.Log.Count(entry => entry.Type == "consent.given").ShouldBe(2);
        db.Log.Count(entry => entry.Type == "consent.withdrawn").ShouldBe(1);
    }

    [Fact]
    public async Task a_long_silence_of_the_bot_stands_in_the_log()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var heartbeat = stage.Bot.Services.GetServices<IHostedService>().OfType<Heartbeat>().Single();

        (await heartbeat.BeatAsync(CancellationToken.None)).ShouldBeNull();
        stage.Bot.SetClock(stage.Bot.Now.AddMinutes(10));
        (await heartbeat.BeatAsync(CancellationToken.None)).ShouldBeNull("platforms deliver again for so long");
        stage.Bot.SetClock(stage.Bot.Now.AddHours(3));
        (await heartbeat.BeatAsync(CancellationToken.None)).ShouldNotBeNull();

        await using var db = await stage.Bot.OpenAsync();
        var gaps = db.Log.Where(entry => entry.Type == "data.gap").ToList();
        gaps.Count.ShouldBe(db.Communities.Count(), "one for each community");
        gaps[0].Core.ShouldContain("\"reason\":\"offline\"");
    }

    private static async Task<int> CountAsync(AcrossStage stage)
    {
        await using var db = await stage.Bot.OpenAsync();
        return await db.Members.CountAsync(member => member.LeftAt != null);
    }
}
