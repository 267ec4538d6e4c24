using CopBot.Chat.Cards;
using CopBot.Playground.Chat;
using Spectre.Console;

namespace CopBot.Host.Demonstration;

/// <summary>
/// A question asked on one connection is answered on another, followed up, helps, is kept and published, and answers
/// the next person at once; the week is told, and weeks later somebody asks whether it was used.
/// </summary>
internal static class Story
{
    private const string Question = "How do we choose outcome indicators when ministries only report outputs?";
    private const string Answer =
        "Start from one decision the minister will take with the number. We kept three indicators a programme, each with "
        + "a named user, and dropped whatever nobody had asked for in a year.";

    private const string FollowUp = "Who decided which ones to drop?";
    private const string Reply = "The budget hearing did. An indicator nobody cited there had to be defended, or went.";
    private const string Orphan = "Which ledger codes fit zymurgy subsidies?";
    private const string Again = "How should one choose outcome indicators when ministries report outputs only?";

    /// <returns>False if a scene did not come about.</returns>
    public static async Task<bool> PlayAsync(Stage stage, IAnsiConsole console, CancellationToken cancel)
    {
        var script = new Script(stage, console);
        return await AnsweredAsync(stage, script, cancel)
            && await KeptAsync(stage, script, cancel)
            && await FoundAsync(stage, script, cancel)
            && await ToldAsync(stage, script, cancel);
    }

    private static async Task<bool> AnsweredAsync(Stage stage, Script script, CancellationToken cancel)
    {
        var asked = stage.Place("sara", "results");
        var kofi = stage.DirectChat("kofi");
        await script.SaysAsync("sara", "results", thread: null, $"@CopBot {Question}", cancel);
        var status = await script.SeesAsync("sara", asked, post => Shows(post, "Kofi Mensah"), cancel);
        var request = await script.SeesAsync("kofi", kofi, post => Offers(post, "answer"), cancel);
        if (status is null || request is null) return false;
        await script.FillsAsync("kofi", request, "answer", new() { ["text"] = Answer }, cancel);
        var answer = await script.SeesAsync("sara", asked, post => Offers(post, "helped"), cancel);
        if (answer is null) return false;
        await script.SaysAsync("sara", "results", answer.Thread, FollowUp, cancel);
        var followUp = await script.SeesAsync("kofi", kofi, post => Shows(post, FollowUp), cancel);
        if (followUp is null) return false;
        await script.SaysAsync("kofi", kofi.Id, followUp.Thread, Reply, cancel);
        if (await script.SeesAsync("sara", asked, post => Shows(post, Reply), cancel) is null) return false;
        await script.PressesAsync("sara", answer, "helped", cancel);
        return await script.SeesAsync("sara", asked, post => Offers(post, "unhelped"), cancel) is not null;
    }

    private static async Task<bool> KeptAsync(Stage stage, Script script, CancellationToken cancel)
    {
        var (kofi, layla) = (stage.DirectChat("kofi"), stage.DirectChat("layla"));
        var thanks = await script.SeesAsync("kofi", kofi, post => Offers(post, "keep"), cancel);
        if (thanks is null) return false;
        await script.FillsAsync("kofi", thanks, "keep", new()
        {
            ["title"] = Question,
            ["situation"] = "Seventeen ministries, one budget law, only outputs in the reports.",
            ["turning"] = "The minister asked what had changed, and nobody could say.",
            ["doing"] = Answer,
            ["mistake"] = "Starting from the data that happen to exist.",
            ["limits"] = "Where no decision hangs on the number.",
            ["valid"] = "Ghana, budget law of 2016",
            ["naming"] = "named",
        }, cancel);
        var waits = await script.SeesAsync("layla", layla, post => Offers(post, "publish-note"), cancel);
        if (waits is null) return false;
        await script.PressesAsync("layla", waits, "publish-note", cancel);
        return await script.SeesAsync("kofi", kofi, post => Shows(post, "is published"), cancel) is not null;
    }

    private static async Task<bool> FoundAsync(Stage stage, Script script, CancellationToken cancel)
    {
        var here = stage.Place("lucie", "exchange");
        await script.SaysAsync("lucie", "exchange", thread: null, $"@CopBot {Again}", cancel);
        var known = await script.SeesAsync("lucie", here, post => Offers(post, "solves"), cancel);
        if (known is null) return false;
        await script.PressesAsync("lucie", known, "solves", cancel);
        return await script.SeesAsync("lucie", here, post => Shows(post, "Solved by what the community knew"), cancel) is not null;
    }

    private static async Task<bool> ToldAsync(Stage stage, Script script, CancellationToken cancel)
    {
        var layla = stage.DirectChat("layla");
        await script.SaysAsync("layla", layla.Id, thread: null, "digest", cancel);
        var draft = await script.SeesAsync("layla", layla, post => Offers(post, "post-digest"), cancel);
        if (draft is null) return false;
        await script.PressesAsync("layla", draft, "post-digest", cancel);
        if (await script.SeesAsync("sara", stage.Place("sara", "results"), IsDigest, cancel) is null) return false;
        var sara = stage.DirectChat("sara");
        await script.SaysAsync("sara", sara.Id, thread: null, $"ask {Orphan}", cancel);
        if (await script.SeesAsync("sara", sara, post => Shows(post, "Q3 ·"), cancel) is null) return false;
        script.Waits(stage, TimeSpan.FromDays(28));
        if (await script.SeesAsync("sara", sara, post => Shows(post, "no answer yet"), cancel) is null) return false;
        var used = await script.SeesAsync("sara", sara, post => Offers(post, "used-yes"), cancel);
        if (used is null) return false;
        await script.PressesAsync("sara", used, "used-yes", cancel);
        await script.SaysAsync("layla", layla.Id, thread: null, "report", cancel);
        return await script.SeesAsync("layla", layla, post => Shows(post, "Questions asked"), cancel) is not null;
    }

    private static bool IsDigest(PlaygroundPost post) => Shows(post, "Practice notes");

    private static bool Shows(PlaygroundPost post, string words) =>
        post.Card is { } card && PlainRendering.Of(card, words: false).Contains(words, StringComparison.Ordinal);

    private static bool Offers(PlaygroundPost post, string action) =>
        post.Card?.Actions.Any(offered => offered.Id == action) == true;
}
