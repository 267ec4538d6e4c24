using CopBot.Pipeline;
using CopBot.Testing.Fakes;
using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Tests;

/// <summary>The bot keeps to the platforms' published limits, and gives nothing up for being held back.</summary>
public sealed class Pacing
{
    private const int Questions = 30;
    private const double Speed = 15;

    [Fact]
    public async Task a_flood_of_questions_goes_out_within_the_limits()
    {
        await using var stage = await AcrossStage.OpenAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Slack:Connections:main:Pace"] = "true", ["Slack:Connections:main:PaceTimes"] = $"{Speed}",
            ["Teams:Connections:main:Pace"] = "true", ["Teams:Connections:main:PaceTimes"] = $"{Speed}",
            ["Communities:budget:Mirror"] = "Always",
        });
        (stage.Slack.Limits, stage.Teams.Limits) = (new RateLimits(Speed), new RateLimits(Speed));
        await stage.PrepareAsync();
        for (var i = 1; i <= Questions; i++) await stage.Asker.MentionAsync($"Who knows about matter {i} of {i * 7}, and why?");
        await stage.Asker.SeesAsync($"Q{Questions} ·");
        await stage.TeamsCoordinator.SeesAsync($"Q{Questions}: Sara Batbayar asks");
        await stage.Bot.SettleAsync();
        stage.Slack.Limits.Exceeded.ShouldBeEmpty();
        stage.Teams.Limits.Exceeded.ShouldBeEmpty();
        await using var db = await stage.Bot.OpenAsync();
        (await db.Outbox.CountAsync(row => row.State == RowState.Dead)).ShouldBe(0);

        // Held back many times, tried once.
        (await db.Outbox.MaxAsync(row => row.Attempts)).ShouldBe(1);
    }
}
