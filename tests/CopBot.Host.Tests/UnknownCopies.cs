using CopBot.Testing.Fakes;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Stories;

namespace CopBot.Host.Tests;

/// <summary>A card stands in a channel twice, because nobody could tell whether it had arrived.</summary>
public sealed class UnknownCopies
{
    [Fact]
    public async Task a_reply_to_either_copy_is_an_answer()
    {
        await using var stage = await AcrossStage.OpenAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Communities:budget:Mirror"] = "Always",
        });
        await stage.PrepareAsync();

        // The card in the channel, and what the coordinator is told of it.
        for (var i = 0; i < 2; i++) stage.Teams.Troubles.Next("post", TroubleKind.DoneButBadGateway);
        await stage.Asker.MentionAsync("Which ledger codes fit zymurgy?");
        await stage.Bot.SettleAsync();
        var copies = (await stage.TeamsCoordinator.ReadAsync())
            .Where(seen => seen.Words.Contains("Q1: Sara Batbayar asks", StringComparison.Ordinal)).ToList();
        copies.Count.ShouldBe(2);
        (await stage.Bot.PossibleRepeatsAsync()).ShouldBe(2);
        foreach (var (index, copy) in copies.Index())
        {
            await stage.TeamsCoordinator.ReplyAsync(copy, $"Code {index + 17} fits.", mention: true);
            await stage.Asker.SeesAsync($"Code {index + 17} fits.", "helped");
        }

        // In a thread that people opened at another time, the same words are a question of their own.
        var opened = TimeProvider.System.GetUtcNow().AddHours(-1).ToUnixTimeMilliseconds();
        await stage.TeamsCoordinator.SayAsync($"{FakeTeams.Channel};messageid={opened}", "Who knows about lunch here?", mention: true);
        await stage.TeamsCoordinator.SeesAsync("Q2 ·");
    }
}
