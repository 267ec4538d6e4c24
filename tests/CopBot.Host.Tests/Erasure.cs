using System.Text;
using CopBot.Testing.Stories;

namespace CopBot.Host.Tests;

/// <summary>Erasing a member leaves no trace in the database file, byte by byte, and the log still holds.</summary>
public sealed class Erasure
{
    private const string Question = "How do we choose Wombat indicators for outcome indicators?";
    private const string Answer = "Quetzal answer that only the expert ever wrote";
    private const string FollowUp = "Axolotl follow-up that only the asker ever wrote";

    [Fact]
    public async Task an_erased_expert_leaves_no_trace_and_the_log_holds()
    {
        await using var stage = await TellTheStoryAsync();
        await stage.Expert.TellAsync("delete me for good");
        await stage.Expert.SeesAsync("Everything about you is deleted");
        await stage.Asker.SeesAsync("a former member answers");
        await stage.Bot.SettleAsync();
        (await stage.Asker.CountsAsync(Answer)).ShouldBe(0);
        await NothingIsLeftOfAsync(
            stage,
            gone: [stage.Expert.Name, "Quartermain", "29:00000001", Answer, "Quetzal", "Okapi", "Ruritania", "numismatics", "Pangolin"],
            kept: [stage.Asker.Name, "Wombat", "Axolotl", "Narwhal"]);
    }

    [Fact]
    public async Task an_erased_asker_leaves_no_trace_and_the_log_holds()
    {
        await using var stage = await TellTheStoryAsync();
        await stage.Asker.TellAsync("delete me for good");
        await stage.Asker.SeesAsync("Everything about you is deleted");
        await stage.Bot.SettleAsync();
        (await stage.Expert.CountsAsync("Wombat")).ShouldBe(0);
        (await stage.Expert.CountsAsync("Axolotl")).ShouldBe(0);
        await NothingIsLeftOfAsync(
            stage,
            gone: [stage.Asker.Name, "Persimmon", "U00000001", "D00000001", "Wombat", "Axolotl", "Narwhal", "Sylvania"],
            kept: [stage.Expert.Name, "Quetzal", "Okapi", "Pangolin"]);
    }

    [Fact]
    public async Task the_search_itself_finds_what_is_there()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Bot.SettleAsync();
        (await stage.Bot.StoredAsync()).ShouldContain(stored => Contains(stored.Content, stage.Expert.Name));
    }

    /// <summary>Two people with all their attributes ask, answer, follow up and thank.</summary>
    private static async Task<AcrossStage> TellTheStoryAsync()
    {
        var stage = await AcrossStage.OpenAsync(asker: "Persimmon Batbayar", expert: "Zebulon Quartermain");
        await stage.PrepareAsync();
        await ProfileAsync(stage.Expert, "Okapi Treasury", "Ruritania");
        await ProfileAsync(stage.Asker, "Narwhal Ministry", "Sylvania");
        await stage.Expert.TellAsync("expertise numismatics");
        await stage.Expert.SeesAsync("you know about numismatics");
        await stage.Asker.MentionAsync(Question);
        var request = await stage.Expert.SeesAsync(Question, "answer");
        request.Words.ShouldContain("Narwhal Ministry, Sylvania");
        await stage.Expert.FillAsync(request, "answer", Answer);
        var answer = await stage.Asker.SeesAsync(Answer, "helped");
        answer.Words.ShouldContain("Okapi Treasury, Ruritania");
        await stage.Asker.ReplyAsync(answer, FollowUp, mention: false);
        await stage.Expert.SeesAsync(FollowUp);
        await stage.Asker.PressAsync(answer, "helped");
        var thanks = await stage.Expert.SeesAsync("helped. Thank you", "keep");
        await stage.Expert.FillAsync(thanks, "keep", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["situation"] = "Pangolin situation", ["naming"] = "named",
        });
        var waits = await stage.TeamsCoordinator.SeesAsync("Pangolin situation", "publish-note");
        await stage.TeamsCoordinator.PressAsync(waits, "publish-note");
        await stage.Expert.SeesAsync("is published");
        return stage;
    }

    private static async Task ProfileAsync(Chatter person, string organisation, string country)
    {
        await person.TellAsync($"profile organisation {organisation}");
        await person.SeesAsync(organisation, "profile");
        await person.TellAsync($"profile country {country}");
        await person.SeesAsync(country, "profile");
    }

    private static async Task NothingIsLeftOfAsync(
        AcrossStage stage, IReadOnlyList<string> gone, IReadOnlyList<string> kept)
    {
        await stage.Bot.VerifyLogAsync();
        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(10);
        while (await LeftAsync(stage, gone) is { } left)
        {
            (TimeProvider.System.GetUtcNow() < deadline).ShouldBeTrue(left);
            await Task.Delay(100);
        }

        var stored = await stage.Bot.StoredAsync();
        foreach (var words in kept) stored.ShouldContain(one => Contains(one.Content, words), $"{words} was somebody else's");
    }

    /// <summary>What is left of somebody, and where; write-ahead logs are emptied within seconds.</summary>
    private static async Task<string?> LeftAsync(AcrossStage stage, IReadOnlyList<string> gone)
    {
        foreach (var (name, content) in await stage.Bot.StoredAsync())
        {
            if (gone.FirstOrDefault(trace => Contains(content, trace)) is { } trace) return $"{trace} is still in {name}";
        }

        return null;
    }

    private static bool Contains(byte[] content, string words) =>
        content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
}
