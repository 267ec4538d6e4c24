using CopBot.Features.Evaluating;
using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Tests;

/// <summary>Coordinators enter dated facts; the log keeps them; the report reads them.</summary>
public sealed class Annotating
{
    [Theory]
    [InlineData("annotate funding 2024-05 to 2026-12 250 000 USD: grant of a bank", "funding", 250_000.0, null)]
    [InlineData("annoter financement 2024-05-16 250000,50 XOF : don", null, null, null)]
    [InlineData("annotate formalisation 2025 item 4: budget line in the annual law", "formalisation", null, 4)]
    [InlineData("annotate external event 2025-03-01: elections", "external_event", null, null)]
    [InlineData("annotate platform change 2025-03: from Slack to Teams", "platform_change", null, null)]
    [InlineData("annoter réunion 2025-03-04 : webinaire sur la paie, 25 personnes", "meeting", null, null)]
    [InlineData("annotate stage 2025: maturing, by the steering group", "stage", null, null)]
    [InlineData("annoter enquête 2025-06 : sens d’appartenance 3,9 sur 5, 84 réponses", "survey", null, null)]
    [InlineData("annotate charter 2025-01-10: purpose widened to procurement", "charter", null, null)]
    public async Task a_fact_is_noted_by_words(string said, string? kind, double? amount, int? item)
    {
        await using var stage = await PlaygroundStage.OpenAsync();
        await stage.Coordinator.TellAsync(said);
        await stage.Coordinator.SeesAsync("Noted as");
        var noted = (await ReadAsync(stage)).ShouldHaveSingleItem();

        if (kind is null) return;
        noted.Kind.ShouldBe(kind);
        noted.Amount.ShouldBe(amount);
        noted.Item.ShouldBe(item);
        noted.Text.ShouldNotBeEmpty();
        await stage.Bot.VerifyLogAsync();
    }

    [Theory]
    [InlineData("meeting", "event.held")]
    [InlineData("charter", "community.charter_changed")]
    [InlineData("stage", "community.stage_declared")]
    [InlineData("survey", "survey.answered")]
    [InlineData("closing", "community.closed")]
    public async Task what_the_community_did_itself_stands_in_the_log_under_its_own_name(string kind, string type)
    {
        await using var stage = await PlaygroundStage.OpenAsync();
        await stage.Coordinator.TellAsync($"annotate {kind} 2025-03: as the minutes say");
        await stage.Coordinator.SeesAsync("Noted as");
        await using (var db = await stage.Bot.OpenAsync())
        {
            (await db.Log.CountAsync(entry => entry.Type == type)).ShouldBe(1);
        }

        await stage.Coordinator.TellAsync("annotations");
        await stage.Coordinator.SeesAsync("as the minutes say");
    }

    [Fact]
    public async Task a_fact_is_noted_by_form()
    {
        await using var stage = await PlaygroundStage.OpenAsync();
        await stage.Coordinator.TellAsync("annotate");
        var card = await stage.Coordinator.SeesAsync("hold outcomes against", "annotate");
        await stage.Coordinator.FillAsync(card, "annotate", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = "formalisation", ["from"] = "2025-02", ["item"] = "2", ["text"] = "Steering committee elected; minutes of the assembly",
        });
        await stage.Coordinator.SeesAsync("Steering committee elected");

        var noted = (await ReadAsync(stage)).ShouldHaveSingleItem();
        (noted.Kind, noted.Item, noted.Degree).ShouldBe(("formalisation", 2, 1.0));
    }

    [Theory]
    [InlineData("annotate funding 2024-13 10 USD: x", "no date")]
    [InlineData("annotate funding 2024-05 to 2023-01 10 USD: x", "before it begins")]
    [InlineData("annotate funding 2024-05: a grant", "needs an amount")]
    [InlineData("annotate formalisation 2024-05: a charter", "needs its item")]
    [InlineData("annotate formalisation 2024-05 item 11: a charter", "needs its item")]
    [InlineData("annotate meeting 2024-05 a webinar", "asked nobody")]
    public async Task what_can_not_be_is_refused_with_how_to_mend_it(string said, string refusal)
    {
        await using var stage = await PlaygroundStage.OpenAsync();
        await stage.Coordinator.TellAsync(said);
        await stage.Coordinator.SeesAsync(refusal);

        (await ReadAsync(stage)).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_wrong_fact_is_left_out_and_the_log_keeps_both()
    {
        await using var stage = await PlaygroundStage.OpenAsync();
        await stage.Coordinator.TellAsync("annotate decision 2025-03: we meet monthly");
        var told = await stage.Coordinator.SeesAsync("Noted as");
        var handle = told.Words.Split("Noted as ")[1].Split(':')[0].Trim('\u2068', '\u2069', ' ');
        await stage.Coordinator.TellAsync($"forget annotation {handle}");
        await stage.Coordinator.SeesAsync("Left out from now on");

        (await ReadAsync(stage)).ShouldBeEmpty();
        await stage.Coordinator.TellAsync("annotations");
        await stage.Coordinator.SeesAsync("There are none yet");
        await stage.Bot.VerifyLogAsync();
    }

    [Fact]
    public async Task members_annotate_nothing()
    {
        await using var stage = await PlaygroundStage.OpenAsync();
        await stage.Asker.TellAsync("annotate decision 2025-03: we meet monthly");
        await stage.Asker.SeesAsync("coordinator");

        (await ReadAsync(stage)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<CopBot.Evaluation.Records.Annotation>> ReadAsync(Stage stage)
    {
        await stage.Bot.SettleAsync();
        for (var look = 0; look < 100; look++)
        {
            await using var db = await stage.Bot.Store.OpenAsync(CancellationToken.None);
            var community = await db.Communities.SingleAsync(c => c.Name == "results-exchange");
            if (!await db.Log.AnyAsync(e => e.Sequence == null))
            {
                return (await HistoryReader.ReadAsync(db, community, null, CancellationToken.None)).Annotations;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The log is not sealed.");
    }
}
