using CopBot.Chat.Cards;
using CopBot.Playground.Chat;
using Spectre.Console;

namespace CopBot.Host.Demonstration;

/// <summary>A question asked on one connection is answered on another, followed up, and helps.</summary>
internal static class Story
{
    private const string Question = "How do we choose outcome indicators when ministries only report outputs?";
    private const string Answer =
        "Start from one decision the minister will take with the number. We kept three indicators a programme, each with "
        + "a named user, and dropped whatever nobody had asked for in a year.";

    private const string FollowUp = "Who decided which ones to drop?";
    private const string Reply = "The budget hearing did. An indicator nobody cited there had to be defended, or went.";

    /// <returns>False if a scene did not come about.</returns>
    public static async Task<bool> PlayAsync(Stage stage, IAnsiConsole console, CancellationToken cancel)
    {
        var script = new Script(stage, console);
        var asked = stage.Place("sara", "results");
        var kofi = stage.DirectChat("kofi");
        await script.SaysAsync("sara", "results", thread: null, $"@CopBot {Question}", cancel);
        var status = await script.SeesAsync("sara", asked, post => Shows(post, "Kofi Mensah"), cancel);
        var request = await script.SeesAsync("kofi", kofi, post => Offers(post, "answer"), cancel);
        if (status is null || request is null) return false;
        await script.FillsAsync("kofi", request, Answer, cancel);
        var answer = await script.SeesAsync("sara", asked, post => Offers(post, "helped"), cancel);
        if (answer is null) return false;
        await script.SaysAsync("sara", "results", answer.Thread, FollowUp, cancel);
        var followUp = await script.SeesAsync("kofi", kofi, post => Shows(post, FollowUp), cancel);
        if (followUp is null) return false;
        await script.SaysAsync("kofi", kofi.Id, followUp.Thread, Reply, cancel);
        if (await script.SeesAsync("sara", asked, post => Shows(post, Reply), cancel) is null) return false;
        await script.PressesAsync("sara", answer, "helped", cancel);
        return await script.SeesAsync("sara", asked, post => Offers(post, "unhelped"), cancel) is not null
            && await script.SeesAsync("kofi", kofi, post => Shows(post, "helped. Thank you"), cancel) is not null;
    }

    private static bool Shows(PlaygroundPost post, string words) =>
        post.Card is { } card && PlainRendering.Of(card, words: false).Contains(words, StringComparison.Ordinal);

    private static bool Offers(PlaygroundPost post, string action) =>
        post.Card?.Actions.Any(offered => offered.Id == action) == true;
}
