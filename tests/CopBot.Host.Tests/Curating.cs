using CopBot.Features.Keeping;
using CopBot.Host.Seeding;
using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Tests;

/// <summary>Notes are changed, merged, kept from whole threads and seeded from files.</summary>
public sealed class Curating
{
    private const string Question = "How do we choose outcome indicators?";
    private const string Answer = "Start from one decision that the minister will take.";

    [Fact]
    public async Task a_coordinator_changes_a_note_and_who_vouches_for_it_is_told()
    {
        await using var stage = await PublishedAsync();
        await stage.SlackCoordinator.TellAsync("find N1");
        var note = await stage.SlackCoordinator.SeesAsync("N1 · How do we choose", "edit-note");
        await stage.SlackCoordinator.FillAsync(note, "edit-note", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["limits"] = "Where no decision is due.",
        });
        await stage.SlackCoordinator.SeesAsync("N1 is changed.");
        await stage.Expert.SeesAsync("N1, which you vouch for, was changed by Ingrid Solheim");
        await stage.Asker.TellAsync("find N1");
        var found = await stage.Asker.SeesAsync("Where no decision is due.", "flag");
        found.Actions.ShouldNotContain("edit-note");
        found.Words.ShouldContain(Answer);
        await stage.Asker.TellAsync("edit N1 title: Mine now");
        await stage.Asker.SeesAsync("not yours to change");
        await using var db = await stage.Bot.OpenAsync();
        (await db.Revisions.OrderBy(r => r.Number).Select(r => r.Why).ToListAsync())
            .ShouldBe(["kept", "published", "changed"]);
        (await db.Log.CountAsync(entry => entry.Type == "knowledge.viewed")).ShouldBe(2, "opened twice by its handle");
        (await db.Log.CountAsync(entry => entry.Type == "welcome.sent"))
            .ShouldBe(await db.Log.CountAsync(entry => entry.Type == "member.joined" && entry.Core.Contains("\"self\"")));
    }

    [Fact]
    public async Task what_its_author_changes_is_read_again_before_anybody_finds_it()
    {
        await using var stage = await PublishedAsync();
        await stage.Expert.TellAsync("edit N1 doing: Start from two decisions.");
        await stage.Expert.SeesAsync("The coordinators read it before anybody finds it again");
        await stage.Asker.TellAsync("find N1");
        await stage.Asker.SeesAsync("I found nothing on that");
        var changed = await stage.TeamsCoordinator.SeesAsync("N1 was changed by its author", "publish-note");
        changed.Words.ShouldContain("Start from two decisions.");
        await stage.TeamsCoordinator.PressAsync(changed, "publish-note");
        await stage.TeamsCoordinator.SeesAsync("N1 is published");
        await stage.Asker.TellAsync("find N1");
        await stage.Asker.SeesAsync("Start from two decisions.", "flag");
    }

    [Fact]
    public async Task a_coordinator_says_when_a_note_is_due()
    {
        await using var stage = await PublishedAsync();
        var day = stage.Bot.Now.AddDays(40).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await stage.TeamsCoordinator.TellAsync("review N1 by 2020-01-01");
        await stage.TeamsCoordinator.SeesAsync("that day is not ahead");
        await stage.TeamsCoordinator.TellAsync($"review N1 by {day}");
        await stage.TeamsCoordinator.SeesAsync("N1 is due for review on ");
        stage.Bot.SetClock(stage.Bot.Now.AddDays(41));
        await stage.SlackCoordinator.SeesAsync("N1 is due for review: does it still hold?", "publish-note");
    }

    [Fact]
    public async Task two_notes_that_say_the_same_become_one_and_both_handles_lead_to_it()
    {
        await using var stage = await PublishedAsync();
        var said = await stage.SlackCoordinator.SayAsync("C0RESULTS", null, "Choose indicators by the decision they serve.");
        await stage.SlackCoordinator.FillOnMessageAsync("keep-thread", said, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = "Choosing indicators", ["naming"] = "named",
        });
        await stage.SlackCoordinator.SeesAsync("N2 goes to the coordinators");
        await stage.TeamsCoordinator.TellAsync("merge N1 into N2");
        await stage.TeamsCoordinator.SeesAsync("N2 is not published, and N1 is");
        await stage.TeamsCoordinator.TellAsync("merge N2 into N2");
        await stage.TeamsCoordinator.SeesAsync("Two different notes are needed");
        await stage.TeamsCoordinator.TellAsync("merge N2 into N1");
        await stage.TeamsCoordinator.SeesAsync("N2 leads to N1 from now on");
        await stage.SlackCoordinator.SeesAsync("N2, which you kept, says the same as N1");
        await stage.Asker.TellAsync("find N2");
        await stage.Asker.SeesAsync("N1 · How do we choose", "flag");
        await stage.TeamsCoordinator.TellAsync("merge N1 into N2");
        await stage.TeamsCoordinator.SeesAsync("Two different notes are needed");

        // What it was merged into goes: it stands for itself again.
        await stage.TeamsCoordinator.TellAsync("retire N1");
        await stage.TeamsCoordinator.SeesAsync("N1 is put aside");
        await stage.TeamsCoordinator.TellAsync("publish N2");
        await stage.TeamsCoordinator.SeesAsync("N2 is published");
        await stage.Asker.TellAsync("find N2");
        await stage.Asker.SeesAsync("N2 · Choosing indicators", "flag");
    }

    [Fact]
    public async Task two_who_change_a_note_at_once_overwrite_nothing()
    {
        await using var stage = await PublishedAsync();
        await stage.SlackCoordinator.TellAsync("find N1");
        var note = await stage.SlackCoordinator.SeesAsync("N1 · How do we choose", "edit-note");
        await stage.SlackCoordinator.FillAfterAsync(note, "edit-note", Limits("Never in a crisis."), async () =>
        {
            await stage.TeamsCoordinator.TellAsync("edit N1 limits: Only with a decision due.");
            await stage.TeamsCoordinator.SeesAsync("N1 is changed.");
        });
        (await stage.SlackCoordinator.SeesAsync("N1 was changed by somebody else meanwhile")).Words.ShouldContain("Never in a crisis.");
        await stage.Asker.TellAsync("find N1");
        await stage.Asker.SeesAsync("Only with a decision due.", "flag");

        static Dictionary<string, string> Limits(string words) => new(StringComparer.Ordinal) { ["limits"] = words };
    }

    [Fact]
    public async Task a_whole_thread_is_kept_in_slack_in_ones_own_words()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var sara = (SlackChatter)stage.Asker;
        var root = await sara.SayAsync("C0RESULTS", null, $"Can <@{sara.UserId}> or anybody cost a reform?");
        await stage.SlackCoordinator.SayAsync("C0RESULTS", root.Ts, "Take last year's unit costs and inflate them.");
        await stage.SlackCoordinator.FillOnMessageAsync("keep-thread", root, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = "Costing a reform", ["situation"] = "A new reform.", ["topics"] = "costing",
        });
        await stage.SlackCoordinator.SeesAsync("N1 goes to the coordinators");

        // Read there: all of it, nobody named. Kept: what Ingrid wrote, and nothing of Sara's.
        var shown = stage.Slack.Views.Values.Single(view => view["callback_id"]!.GetValue<string>() == "keep-thread").ToJsonString();
        shown.ShouldContain("or anybody cost a reform?");
        shown.ShouldNotContain(sara.UserId);
        var waits = await stage.TeamsCoordinator.SeesAsync("N1 waits for your review", "publish-note");
        foreach (var words in new[] { "N1 · Costing a reform", "Take last year's unit costs", "A new reform.", "Topics: costing" })
        {
            waits.Words.ShouldContain(words);
        }

        waits.Words.ShouldNotContain("anybody cost a reform");
    }

    [Fact]
    public async Task a_whole_thread_is_kept_in_teams_and_a_questions_thread_with_its_answers()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var said = await stage.TeamsCoordinator.SayAsync(
            CopBot.Testing.Fakes.Teams.FakeTeams.Channel, "Ceilings first, then bids &amp; hearings.", mention: false);
        await stage.TeamsCoordinator.ExtendAsync(
            "keep-thread", said, new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = "Ceilings" });
        await stage.TeamsCoordinator.SeesAsync("N1 goes to the coordinators");
        (await stage.SlackCoordinator.SeesAsync("N1 waits for your review", "publish-note")).Words.ShouldContain("N1 · Ceilings");

        await stage.SlackCoordinator.MentionAsync(Question);
        await stage.Expert.FillAsync(await stage.Expert.SeesAsync(Question, "answer"), "answer", Answer);
        await stage.SlackCoordinator.SeesAsync(Answer, "helped");
        var asked = stage.Slack.Read("C0RESULTS").First(m => m.Text.Contains(Question, StringComparison.Ordinal));
        await stage.SlackCoordinator.FillOnMessageAsync(
            "keep-thread", asked, new Dictionary<string, string>(StringComparer.Ordinal) { ["doing"] = "One decision first." });
        var waits = await stage.TeamsCoordinator.SeesAsync("N2 waits for your review", "publish-note");
        waits.Words.ShouldContain(Question);
        waits.Words.ShouldNotContain(Answer, customMessage: "it is Kofi's, and only he can keep it");
        await using var db = await stage.Bot.OpenAsync();
        (await db.Notes.SingleAsync(n => n.Number == 2)).QuestionId.ShouldBe((await db.Questions.SingleAsync()).Id);
    }

    [Fact]
    public async Task of_a_thread_in_which_nobody_marked_anything_what_answers_is_shown_and_no_chatter()
    {
        const string answers = "Go to the treasury first. You need the budget code, and they should give you the form within a week.";
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.SlackCoordinator.MentionAsync("Where do we get the form for outcome indicators?");
        await stage.Expert.SeesAsync("Where do we get the form", "answer");
        var asked = stage.Slack.Read("C0RESULTS").First(m => m.Text.Contains("Where do we get the form", StringComparison.Ordinal));
        var sara = (SlackChatter)stage.Asker;
        await sara.SayAsync("C0RESULTS", asked.Ts, answers);
        await sara.SayAsync("C0RESULTS", asked.Ts, "Lol, same here! Anybody else?");
        await stage.Expert.SeesAsync("Anybody else?");
        await stage.SlackCoordinator.FillOnMessageAsync(
            "keep-thread", asked, new Dictionary<string, string>(StringComparer.Ordinal) { ["doing"] = "Ask the treasury." });
        await stage.SlackCoordinator.SeesAsync("N1 goes to the coordinators");
        var shown = stage.Slack.Views.Values.Single(view => view["callback_id"]!.GetValue<string>() == "keep-thread").ToJsonString();
        shown.ShouldContain("Go to the treasury first");
        shown.ShouldNotContain("Anybody else?");
    }

    [Fact]
    public void a_csv_file_and_a_markdown_file_say_the_same()
    {
        var faults = new List<string>();
        const string csv = "title;situation;doing\r\nCost a reform;\"A new; one\";Inflate unit costs\r\n;;\r\nCeilings;;First\r\n";
        var rows = CsvNotes.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv)), faults);
        const string markdown = "# Cost a reform\n\nInflate unit costs\n\n## Situation\nA new; one\n\n# Ceilings\nFirst\n";
        var sections = MarkdownNotes.Read(markdown, faults);
        faults.ShouldBeEmpty();
        rows.Select(n => n.Title).ShouldBe(["Cost a reform", "Ceilings"]);
        foreach (var (row, section) in rows.Zip(sections)) row.Parts.ShouldBe(section.Parts, ignoreOrder: true);
        rows.Select(n => n.Where).ShouldBe(["line 2", "line 4"]);
        SeedNotes.FaultsOf(rows).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("titel,doing\nA,B\n", "“titel”")]
    [InlineData("doing\nA\n", "a column “title” is missing")]
    [InlineData("title,doing,doing\nA,B,C\n", "two columns are called “doing”")]
    [InlineData("", "line 1")]
    [InlineData("title,doing\nA,\"B\n", "uote")]
    public void a_faulty_csv_file_is_refused_with_the_place(string csv, string fault)
    {
        var faults = new List<string>();
        CsvNotes.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv)), faults).ShouldBeEmpty();
        string.Join('\n', faults).ShouldContain(fault);
    }

    [Theory]
    [InlineData("text\n# A\nB", "line 1")]
    [InlineData("# A\n## Whatever\nB", "line 2: no part of a note is called “Whatever”")]
    [InlineData("", "there is no heading")]
    public void a_faulty_markdown_file_is_refused_with_the_place(string markdown, string fault)
    {
        var faults = new List<string>();
        MarkdownNotes.Read(markdown, faults);
        string.Join('\n', faults).ShouldContain(fault);
    }

    private static async Task<AcrossStage> PublishedAsync()
    {
        var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        await stage.Expert.FillAsync(await stage.Expert.SeesAsync(Question, "answer"), "answer", Answer);
        await stage.Asker.PressAsync(await stage.Asker.SeesAsync(Answer, "helped"), "helped");
        var thanks = await stage.Expert.SeesAsync("Would you keep it for others?", "keep");
        await stage.Expert.FillAsync(thanks, "keep", new Dictionary<string, string>(StringComparer.Ordinal) { ["naming"] = "named" });
        await stage.TeamsCoordinator.PressAsync(
            await stage.TeamsCoordinator.SeesAsync("N1 waits for your review", "publish-note"), "publish-note");
        await stage.Expert.SeesAsync("N1, which you kept, is published");
        return stage;
    }
}
